import {spawn} from 'node:child_process'

/** Shows an address in the browser of who sits there; where there is no screen or no browser, nothing happens. */
export function openAddress(address: string): void {
  const {platform, env} = process
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return
  const [program, ...rest] =
    platform === 'darwin'
      ? ['open']
      : platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler']
        : ['xdg-open']
  if (!program) return
  const child = spawn(program, [...rest, address], {detached: true, stdio: 'ignore'})
  child.on('error', () => undefined)
  child.unref()
}
