import { spawn } from 'node:child_process'

/** Opens an address in the person's browser, where there is a desktop to open it on; says nothing where not. */
export function openBrowser(address: string): void {
  const opener = openerHere()
  if (!opener) return
  const [program, ...words] = opener
  const child = spawn(program, [...words, address], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

function openerHere(): [program: string, ...words: string[]] | null {
  const { env, platform } = process
  if (env['CI'] || env['SSH_CONNECTION'] || !process.stdout.isTTY) return null
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : null
}
