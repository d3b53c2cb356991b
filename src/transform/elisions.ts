import type {Clauses} from '../words/clauses.js'

/** A sentence is left whole up to this length: a listener reads some 25 words. */
const longestWhole = 170
/** What is left of a sentence has at least so many words. */
const fewestWords = 8
/** A bracket that holds less stays. */
const shortestBracket = 28
/** Less than this is not worth a sign of omission. */
const leastSaved = 24

export interface Elision {
  readonly from: number
  readonly to: number
}

/**
 * What a slide may leave out of a long sentence: what brackets hold, and what a last clause only adds. Nothing that
 * takes back, limits, hedges or counts; the whole stands in the notes.
 */
export function elisionsOf(text: string, clauses: Clauses): Elision[] {
  const shown = text.trimEnd()
  if (shown.length <= longestWhole) return []
  const brackets = bracketsOf(shown).filter(
    ({from, to}) => to - from >= shortestBracket && isAside(shown.slice(from, to), clauses)
  )
  const saved = brackets.reduce((sum, {from, to}) => sum + to - from, 0)
  const cut = shown.length - saved > longestWhole ? cutOf(shown, clauses) : undefined
  if (cut === undefined) return saved >= leastSaved ? brackets : []
  return [...brackets.filter(({to}) => to < cut), {from: cut, to: text.length}]
}

/** What pairs of brackets hold that hold no others. */
function bracketsOf(text: string): Elision[] {
  return [...text.matchAll(/\(([^()]*)\)/g)].map(({index, 0: match}) => ({
    from: index + 1,
    to: index + match.length - 1
  }))
}

/** Numbers of trials and years are names; any other figure is a fact that stays. */
function isAside(text: string, {qualifies}: Clauses): boolean {
  return (
    !qualifies.test(text.toLowerCase()) &&
    !/\d/.test(text.replace(/NCT\d{8}|(?<!\d)(?:19|20)\d\d(?!\d)/g, ''))
  )
}

/** Where the sentence may end: before a last clause that only adds. */
function cutOf(text: string, clauses: Clauses): number | undefined {
  const sound = [...text.matchAll(clauses.adds)].filter(({index, 0: opening}) =>
    isSound(index, index + opening.length)
  )
  const cuts = sound.map(({index}) => index)
  return cuts.findLast((cut) => cut <= longestWhole) ?? cuts[0]

  function isSound(cut: number, opened: number): boolean {
    const head = text.slice(0, cut)
    // After a further comma the clause that was left could go on.
    const tail = text.slice(opened).replace(/^,/, '')
    return (
      !/[,;:]|[.!?…]\s/.test(tail) &&
      text.length - cut >= leastSaved &&
      head.split(/\s+/).length >= fewestWords &&
      isBalanced(head) &&
      !clauses.goesOn.test(tail) &&
      isAside(tail, clauses)
    )
  }
}

function isBalanced(text: string): boolean {
  return ['()', '[]', '“”', '«»', '„“'].every(([open = '', close = '']) => {
    return text.split(open).length <= text.split(close).length
  })
}
