/**
 * Which of some strings stand in one of some texts, wherever they begin: all are looked for at once, so that thousands
 * of them cost one reading of the texts (the automaton of Aho and Corasick).
 */
export function standingIn(texts: readonly string[], strings: ReadonlySet<string>): Set<string> {
  const root = state('')
  for (const each of strings) plant(root, each)
  const found = new Set<string>(root.ends ? [''] : [])
  link(root)
  const seen = new Set<State>()
  for (const text of texts) {
    let at = root
    for (let index = 0; index < text.length; index++) {
      at = step(at, text.charCodeAt(index), root)
      for (let end: State | undefined = at; end && !seen.has(end); end = end.shorter) {
        seen.add(end)
        if (end.ends) found.add(end.read)
      }
    }
  }
  return texts.length > 0 ? found : new Set()
}

/** What was read so far of some strings. */
interface State {
  readonly next: Map<number, State>
  readonly read: string
  ends: boolean
  /** The longest end of what was read that some string begins with. */
  shorter: State | undefined
}

function state(read: string): State {
  return {next: new Map(), read, ends: false, shorter: undefined}
}

function plant(root: State, text: string): void {
  let at = root
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const next = at.next.get(code) ?? state(text.slice(0, index + 1))
    at.next.set(code, next)
    at = next
  }
  at.ends = true
}

/** From the beginnings on, one letter after another. */
function link(root: State): void {
  const open = [root]
  for (const at of open)
    for (const [code, next] of at.next) {
      next.shorter = at === root ? root : step(at.shorter ?? root, code, root)
      open.push(next)
    }
}

function step(from: State, code: number, root: State): State {
  for (let at: State | undefined = from; at; at = at.shorter) {
    const next = at.next.get(code)
    if (next) return next
  }
  return root
}
