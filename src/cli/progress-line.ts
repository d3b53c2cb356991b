/** A line on the terminal that says how far a long build is, and gives way to what else is said. */
export function progressLine(): {
  show(done: number, all: number): void
  say(line: string): void
  clear(): void
} {
  const terminal = process.stderr.isTTY ? process.stderr : undefined
  let shown = false
  const clear = () => {
    if (shown) terminal?.write('\r\x1b[K')
    shown = false
  }
  return {
    show(done, all) {
      clear()
      if (!terminal || all < 2 || done === all) return
      terminal.write(`${done} of ${all} reviews`)
      shown = true
    },
    say(line) {
      clear()
      console.error(line)
    },
    clear
  }
}
