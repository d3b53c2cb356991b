/** A style that can be used, or what is wrong with it; a dependent one names its parent. */
export type StyleReading =
  | {readonly kind: 'style'; readonly csl: string}
  | {readonly kind: 'dependent'; readonly parent: string}
  | {readonly kind: 'none'; readonly wrong: string}

const longest = 1_000_000
/** No style calls its macros so often. */
const mostCalls = 20_000

/** Looks a CSL file over before the processor gets it: what would break it, or keep it busy without end, is told. */
export function readStyle(csl: string): StyleReading {
  const bare = csl.length > longest ? '' : withoutComments(csl)
  const wrong = csl.length > longest ? 'at most 1 MB' : wrongOf(bare)
  if (wrong) return {kind: 'none', wrong}
  const parent = /<link\b[^<>]*\brel="independent-parent"[^<>]*>/.exec(bare)?.[0]
  const name = parent && /\bhref="[^"]*?\/?([^"/]+)"/.exec(parent)?.[1]
  if (name && !/<citation[\s>]/.test(bare)) return {kind: 'dependent', parent: name.replace(/\.csl$/, '')}
  if (!/<citation[\s>]/.test(bare)) return {kind: 'none', wrong: 'a style that says how to cite'}
  if (!/<bibliography[\s>]/.test(bare)) return {kind: 'none', wrong: 'a style with a bibliography'}
  const calls = callsOf(bare)
  return calls ? {kind: 'none', wrong: calls} : {kind: 'style', csl}
}

function withoutComments(csl: string): string {
  const [first = '', ...pieces] = csl.split('<!--')
  return first + pieces.map((piece) => piece.split('-->').slice(1).join('-->')).join('')
}

function wrongOf(csl: string): string | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(csl)) return 'CSL without a document type'
  if (!/<style\b[^<>]*http:\/\/purl\.org\/net\/xbiblio\/csl/.test(csl)) return 'CSL'
  if (!/<\/style\s*>\s*$/.test(csl)) return 'CSL with its end'
  return undefined
}

/** Macros are written out where they are called: one that calls itself, or calls that double, would not end. */
function callsOf(csl: string): string | undefined {
  const macros = new Map<string, string[]>()
  const [top = '', ...pieces] = csl.split(/<macro\b/)
  let rest = top
  for (const piece of pieces) {
    const [body = '', ...after] = piece.split('</macro>')
    macros.set(/\bname="([^"]*)"/.exec(body)?.[1] ?? '', calledIn(body))
    rest += after.join('')
  }
  const sizes = new Map<string, number>()
  const open = new Set<string>()
  let total = 0
  for (const called of calledIn(rest)) {
    const size = sizeOf(called)
    if (size === undefined)
      return `macro \`${called.replace(/\s+/g, ' ').slice(0, 60)}\`, and those it calls, with an end`
    total += size
    if (total > mostCalls) return `at most ${mostCalls} calls of macros`
  }
  return undefined

  function sizeOf(macro: string): number | undefined {
    if (!macros.has(macro)) return undefined
    const known = sizes.get(macro)
    if (known !== undefined) return known
    if (open.has(macro) || open.size > 100) return undefined
    open.add(macro)
    let size = 1
    for (const called of macros.get(macro) ?? []) {
      const inner = sizeOf(called)
      if (inner === undefined) return undefined
      size = Math.min(size + inner, mostCalls + 1)
    }
    open.delete(macro)
    sizes.set(macro, size)
    return size
  }
}

function calledIn(csl: string): string[] {
  return [...csl.matchAll(/\bmacro="([^"]*)"/g)].flatMap(([, macro]) => (macro ? [macro] : []))
}
