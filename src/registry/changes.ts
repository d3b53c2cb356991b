/** One thing that differs from what was held, in words. */
export interface Change {
  /** `NCT04856982`, or a work’s key. */
  readonly id: string
  /** `enrolment` */
  readonly what: string
  readonly was: string
  readonly is: string
}

/** What a record says in words, in order: `['enrolment', '150']`. A kind is how sure or planned that is: `estimated`. */
export type Fact = readonly [what: string, says: string | undefined, kind?: string]

const notReported = 'not reported'
const longest = 160
/** How much stays before a difference in a long text. */
const context = 40

/** What differs between two records’ facts. Kinds stand beside where both are known and differ, or nothing else does. */
export function differences(id: string, held: readonly Fact[], now: readonly Fact[]): Change[] {
  const before = new Map(held.map(([what, ...rest]) => [what, rest]))
  return now.flatMap(([what, is, kind]): Change[] => {
    const [was, wasKind] = before.get(what) ?? []
    if (was === is && (wasKind === kind || is === undefined)) return []
    const isTold = was === is || (wasKind !== undefined && kind !== undefined && wasKind !== kind)
    const tell = (says: string | undefined, of: string | undefined) =>
      says === undefined ? notReported : isTold && of ? `${says} (${of})` : says
    return [{id, what, was: tell(was, wasKind), is: tell(is, kind)}]
  })
}

/** `NCT04856982: enrolment 150 → 158`; shortened and on one line, whatever the registry put there. */
export function inWords({id, what, was, is}: Change): string {
  const [before, after] = shortened(was, is)
  return clean(`${id}: ${what} ${before} → ${after}`)
}

/** Text without line ends and signs that steer a terminal or turn its line round. */
export function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Two texts cut to a line; what long ones begin with alike is left out, so that the difference shows. */
export function shortened(was: string, is: string): readonly [was: string, is: string] {
  const [before, after] = [[...was], [...is]]
  if (before.length <= longest && after.length <= longest) return [was, is]
  const same = before.findIndex((sign, index) => sign !== after[index])
  const start = Math.max((same < 0 ? Math.min(before.length, after.length) : same) - context, 0)
  return [cut(before, start), cut(after, start)]
}

function cut(signs: readonly string[], start: number): string {
  const part = signs.slice(start, start + longest).join('')
  return `${start > 0 ? '…' : ''}${part}${signs.length > start + longest ? '…' : ''}`
}

/** A title in the words of its own: “…”. */
export function quoted(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `“${text}”`
}

/** Several things of a kind; undefined where there is none. */
export function listed(texts: readonly (string | undefined)[]): string | undefined {
  const all = texts.flatMap((text) => (text ? [text] : []))
  return all.length > 0 ? all.join('; ') : undefined
}

/** A value far down in a record that may be anything; lists are gone through. */
export function below(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((from, key) => {
    if (Array.isArray(from)) return from.flatMap((each) => below(each, key) ?? [])
    return typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined
  }, value)
}

/** Of such a value the text, if it is some. */
export function textBelow(value: unknown, path: string): string | undefined {
  const found = below(value, path)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined
}

/** Of such a list the texts. */
export function textsBelow(value: unknown, path: string): string[] {
  const found = below(value, path)
  return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : []
}
