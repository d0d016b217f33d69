import { spawnSync } from 'node:child_process'
import { serverUser } from './server-user.ts'

interface Wanted {
  readonly folder: string
  readonly port: number
  /** 0 for a server without a certificate. */
  readonly tlsPort: number
  readonly password: string
  readonly hasTokens: boolean
}

/** All that Dovecot 2.3 has to know to run by itself, as nobody in particular, out of one folder. */
export function dovecotConfiguration({
  folder,
  port,
  tlsPort,
  password,
  hasTokens,
}: Wanted): string {
  const { uid, gid } = serverUser() ?? { uid: process.getuid!(), gid: process.getgid!() }
  const name = spawnSync('id', ['-un', String(uid)], { encoding: 'utf8' }).stdout.trim()
  const group = spawnSync('id', ['-gn', String(uid)], { encoding: 'utf8' }).stdout.trim()
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
instance_name = sobremesa-${port}
protocols = imap
listen = 127.0.0.1
${tlsPort > 0 ? `ssl = yes\nssl_cert = <${folder}/cert.pem\nssl_key = <${folder}/key.pem` : 'ssl = no'}
disable_plaintext_auth = no
default_internal_user = ${name}
default_login_user = ${name}
default_internal_group = ${group}
auth_mechanisms = plain login xoauth2
auth_failure_delay = 0
auth_cache_size = 0
mail_location = maildir:${folder}/mail/%u
mail_uid = ${uid}
mail_gid = ${gid}
first_valid_uid = 1
first_valid_gid = 1
maildir_stat_dirs = yes
mail_max_userip_connections = 100
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = ${tlsPort > 0 ? 'yes' : 'no'}
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
${hasTokens ? `passdb {\n  driver = oauth2\n  mechanisms = xoauth2\n  args = ${folder}/tokens.conf\n}` : ''}
passdb {
  driver = static
  mechanisms = plain login
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
`
}

export function tokensFrom(address: string): string {
  return `tokeninfo_url = ${address}\nusername_attribute = email\n`
}
