import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'

const policyFile = '/usr/sbin/policy-rc.d'

/** Whether this process may bring in what a test needs by itself: root, on Debian or a child of it. */
export function mayInstall(): boolean {
  return (
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
  )
}

/**
 * Installs packages of Debian's. No service is started by it, for the tests run servers of their own; no question is
 * asked, and settings of before stay. Throws with apt's last words when apt could not do it.
 */
export function installPackages(names: readonly string[]): void {
  console.log(`Installing ${names.join(', ')} for the tests (once)…`)
  const keepServicesStill = !existsSync(policyFile)
  if (keepServicesStill) writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    apt('update')
    apt('install', '--yes', '--no-install-recommends', ...names)
  } finally {
    if (keepServicesStill) rmSync(policyFile, { force: true })
  }
}

const options = [
  'DPkg::Lock::Timeout=300',
  'Acquire::Retries=3',
  'Dpkg::Options::=--force-confdef',
  'Dpkg::Options::=--force-confold',
]

function apt(...words: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(
    'apt-get',
    ['--quiet', ...options.flatMap((option) => ['-o', option]), ...words],
    {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  if (status === 0) return
  const lastWords = `${stdout}\n${stderr}`.trim().split('\n').slice(-8).join('\n')
  throw new Error(`apt-get ${words.join(' ')} ended with ${status}:\n${lastWords}`)
}
