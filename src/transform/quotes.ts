import type {Typography} from '../words/typography.js'
import type {Edit} from './flows.js'

/**
 * Straight quotation marks as the language’s own, and apostrophes. What measures (`5′`, `12″`) stays; so does a mark
 * that closes nothing.
 */
export function quoteEdits(text: string, {quotes}: Typography): Edit[] {
  const edits: Edit[] = []
  const open: ('"' | "'")[] = []
  const lastClosing = lastClosingQuote(text)
  const lastDouble = text.lastIndexOf('"')
  for (const {0: sign, index} of text.matchAll(/["']/g)) {
    const before = text.charAt(index - 1)
    const after = text.charAt(index + 1)
    const mark = sign === '"' ? double() : single()
    if (mark) edits.push({start: index, end: index + 1, text: mark})

    function double(): string | undefined {
      if (!quotes) return undefined
      const [outer, outerEnd, inner, innerEnd] = quotes
      if (opens(before, after) && lastDouble > index) {
        if (open.length === deepest) return undefined
        open.push('"')
        return open.length > 1 ? inner : outer
      }
      if (/^$|\s/.test(before) || !open.includes('"')) return undefined
      while (open.pop() !== '"');
      return open.length > 0 ? innerEnd : outerEnd
    }

    function single(): string | undefined {
      const isInside = open.includes("'")
      if (/\p{L}/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return isSemitic(before) ? undefined : '’'
      if (opens(before, after)) {
        if (/\d/.test(after) && /^\d\ds?(?![\p{L}\p{N}])/u.test(text.slice(index + 1, index + 5))) return '’'
        if (!quotes || lastClosing <= index)
          return /\p{L}/u.test(after) && !isSemitic(after) ? '’' : undefined
        if (open.length === deepest) return undefined
        open.push("'")
        return quotes[2]
      }
      if (/\d/.test(before)) {
        if (/^s(?!\p{L})/u.test(text.slice(index + 1, index + 3))) return '’'
        if (!isInside || after === '-') return undefined
      }
      if (isInside && quotes && !/^$|\s/.test(before)) {
        while (open.pop() !== "'");
        return quotes[3]
      }
      return /[\p{L}\uFFFC]/u.test(before) && !isSemitic(before) ? '’' : undefined
    }
  }
  return edits
}

/** Marks within marks beyond this are no quotation. */
const deepest = 4

function opens(before: string, after: string): boolean {
  return /^$|[\s([{«‹“‘„‚"'—–\-/=]/.test(before) && /[^\s.,;:!?)\]}»›”]/.test(after)
}

/** The last place where a single mark could close: after something, and not inside a word. */
function lastClosingQuote(text: string): number {
  let last = -1
  for (const {index} of text.matchAll(/(?<=[^\s([])'(?![\p{L}\p{N}])/gu)) last = index
  return last
}

/** Arabic and Hebrew write letters and abbreviations with such a sign. */
function isSemitic(letter: string): boolean {
  return /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(letter)
}
