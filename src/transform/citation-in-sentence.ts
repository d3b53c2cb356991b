import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, State, TokenizeContext, Tokenizer} from 'micromark-util-types'
import {keyAt, readSuffix} from './read-citation.js'

/** What the syntax asks, and tells. */
export interface CitationKeys {
  isKnown(key: string): boolean
  /** Brackets or a name that cite, at an offset, none of whose keys is known: they stay as they are. */
  unknown(at: number, text: string): void
}

/** `@key` in a sentence, and ` [p. 33]` after it, where the key is known; a stop at the sentence’s end is none of it. */
export function inSentence(keys: CitationKeys): Construct {
  return {
    name: 'citation',
    tokenize,
    previous(code) {
      const before = code !== null && code > 0 ? String.fromCharCode(code) : ''
      return !/[\p{L}\p{N}@/.\\-]/u.test(before)
    }
  }

  function tokenize(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
    const start = this.now()
    let length = 0
    const key: Construct = {partial: true, tokenize: peekKey}
    const where: Construct = {partial: true, tokenize: tokenizeLocator}

    return (code) => {
      effects.enter('citation')
      effects.enter('citationData')
      effects.consume(code)
      return effects.check(key, take, nok)
    }

    function take(code: Code): State | undefined {
      if (length > 0) {
        length--
        effects.consume(code)
        return take
      }
      return effects.attempt(where, end, end)(code)
    }

    function end(code: Code): State | undefined {
      effects.exit('citationData')
      effects.exit('citation')
      return ok(code)
    }

    /** Reads as far as a key may go, and finds how much of that is one. */
    function peekKey(this: TokenizeContext, ...[peek, found, none]: Parameters<Tokenizer>): State {
      let run = ''
      return (code) => {
        peek.enter('citationData')
        return more(code)
      }

      function more(code: Code): State | undefined {
        const isBraced = run.startsWith('{')
        const goesOn = code !== null && code > 0 && run.length < 300 && !(isBraced && run.endsWith('}'))
        if (
          goesOn &&
          !/\s/.test(character(code)) &&
          (isBraced || /[\p{L}\p{N}_:.\-+/#%?~{]/u.test(character(code)))
        ) {
          if (code === brace && run !== '') return settle(code)
          run += character(code)
          peek.consume(code)
          return more
        }
        return settle(code)
      }

      function settle(code: Code): State | undefined {
        if (run === '') return none(code)
        peek.exit('citationData')
        const isBraced = run.startsWith('{')
        let name = isBraced ? run : (keyAt(run) ?? '')
        const bare = () => (isBraced ? name.slice(1, -1) : name)
        // `@a_` in emphasis, `@a.` at a sentence’s end.
        while (!isBraced && name !== '' && !keys.isKnown(name) && /[^\p{L}\p{N}]$/u.test(name))
          name = name.slice(0, -1)
        if (bare() === '' || (isBraced && !run.endsWith('}'))) return none(code)
        if (!keys.isKnown(bare())) {
          keys.unknown(start.offset, `@${name}`)
          return none(code)
        }
        length = name.length
        return found(code)
      }
    }
  }
}

/** ` [p. 33]` after a name in the sentence. */
function tokenizeLocator(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let value = ''

  return (code) => {
    if (!markdownSpace(code)) return nok(code)
    effects.consume(code)
    return open
  }

  function open(code: Code): State | undefined {
    if (code !== opening) return nok(code)
    effects.consume(code)
    return data
  }

  function data(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || code === opening || code === at || value.length > 80)
      return nok(code)
    effects.consume(code)
    if (code === closing) return after
    value += character(code)
    return data
  }

  function after(code: Code): State | undefined {
    const isLink = code === parenthesis || code === opening
    return isLink || !readSuffix(value).locator ? nok(code) : ok(code)
  }
}

/** What the tokenizer sees, as a character. */
export function character(code: Code): string {
  return code === null || code < 0 ? ' ' : String.fromCharCode(code)
}

const [opening, closing, at, parenthesis, brace] = [0x5b, 0x5d, 0x40, 0x28, 0x7b]
