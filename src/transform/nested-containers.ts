import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, Effects, State, TokenizeContext, Tokenizer} from 'micromark-util-types'

const colon = 0x3a
const fence = /^ {0,3}(?<colons>:{3,})(?<opens>[\p{L}_][\p{L}\d_-]*(?:\[.*\])?(?:\{.*\})?)?\s*$/u
/** No line that opens a container is longer. */
const longest = 1000
/** No text nests containers deeper; each level is read once more, and where this many are open none is any more. */
const deepest = 100

/**
 * The syntax of containers, where one inside another needs no more colons outside than inside: a line `:::` ends the
 * innermost that is open and opened with as many colons, else the innermost that opened with fewer.
 */
export function nesting(construct: Construct): Construct {
  let isTooDeep = false
  return {...construct, tokenize}

  function tokenize(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
    if (isTooDeep) return nok
    let [ownSize, isCounting, isInside] = [0, false, false]
    const inner: number[] = []
    const watched: Effects = {
      ...effects,
      enter(type, fields) {
        if (type === 'directiveContainerContent') isInside = true
        if (type === 'directiveContainerSequence') isCounting = !isInside
        return effects.enter(type, fields)
      },
      exit(type) {
        if (type === 'directiveContainerSequence') isCounting = false
        return effects.exit(type)
      },
      consume(code) {
        if (isCounting) ownSize++
        effects.consume(code)
      },
      // Inside, the one thing that is tried is the line that ends it.
      attempt: (tried, then, otherwise) =>
        effects.attempt(
          isInside && isConstruct(tried) ? {partial: true, tokenize: ending(tried)} : tried,
          then,
          otherwise
        )
    }
    return construct.tokenize.call(this, watched, ok, nok)

    function ending(end: Construct): Tokenizer {
      return function (effects, ok, nok) {
        let line = ''
        const decide: State = (code) =>
          endsOwn(line) ? end.tokenize.call(this, effects, ok, nok)(code) : nok(code)
        const peek: Construct = {
          partial: true,
          tokenize: (effects, ok) =>
            peeking(effects, ok, (text) => {
              line = text
            })
        }
        return effects.check(peek, decide, decide)
      }
    }

    /** Whether a line ends the container itself; what it opens and ends inside is kept count of. */
    function endsOwn(line: string): boolean {
      const {colons = '', opens} = fence.exec(line)?.groups ?? {}
      const size = colons.length
      if (size === 0) return false
      if (opens) {
        inner.push(size)
        isTooDeep ||= inner.length > deepest
        return false
      }
      const all = [ownSize, ...inner]
      const same = all.lastIndexOf(size)
      const at = same < 0 ? all.findLastIndex((each) => each < size) : same
      if (at > 0) inner.length = at - 1
      return at === 0
    }
  }
}

function isConstruct(tried: Parameters<Effects['attempt']>[0]): tried is Construct {
  return 'tokenize' in tried
}

/** Reads a line that begins with a colon, up to its end. */
function peeking(effects: Effects, ok: State, tell: (line: string) => void): State {
  let line = ''
  return (code) => {
    if (!isOfFence(code)) return ok(code)
    effects.enter('data')
    return next(code)
  }

  function next(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || line.length > longest || !isOfFence(code)) {
      effects.exit('data')
      tell(line.length > longest ? '' : line)
      return ok(code)
    }
    line += code < 0 ? ' ' : String.fromCharCode(code)
    effects.consume(code)
    return next
  }

  /** Before its first colon a line may be indented. */
  function isOfFence(code: Code): boolean {
    return code === colon || markdownSpace(code) || line.trim() !== ''
  }
}
