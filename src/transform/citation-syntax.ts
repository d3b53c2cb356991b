import type {CompileContext, Extension as FromMarkdown, Token} from 'mdast-util-from-markdown'
import {markdownLineEnding} from 'micromark-util-character'
import {normalizeIdentifier} from 'micromark-util-normalize-identifier'
import type {Code, Construct, Extension, State, TokenizeContext, Tokenizer} from 'micromark-util-types'
import {type CitationKeys, character, inSentence} from './citation-in-sentence.js'
import {readCitation} from './read-citation.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation'
    citationData: 'citationData'
  }
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: CitationNode
  }
  interface RootContentMap {
    citation: CitationNode
  }
}

/** `[see @a, p. 3; @b]` or `@a [p. 3]`, as it is typed. */
export interface CitationNode extends Omit<import('mdast').Literal, 'type'> {
  type: 'citation'
}

const [opening, closing, at, backslash, backtick, parenthesis] = [0x5b, 0x5d, 0x40, 0x5c, 0x60, 0x28]
/** No citation is longer. */
const longest = 1000

/**
 * Markdown syntax: citations as Pandoc writes them, in brackets, or in the sentence where the key is known. What is
 * no citation is left to the syntax of links, notes and addresses.
 */
export function citations(keys: CitationKeys): Extension {
  return {text: {[opening]: inBrackets(keys), [at]: inSentence(keys)}}
}

/** The nodes of these tokens. */
export function citationsFromMarkdown(): FromMarkdown {
  return {
    enter: {
      citation(this: CompileContext, token: Token): undefined {
        this.enter({type: 'citation', value: this.sliceSerialize(token)}, token)
      }
    },
    exit: {
      citation(token) {
        this.exit(token)
      }
    }
  }
}

function inBrackets(keys: CitationKeys): Construct {
  return {name: 'citation', tokenize}

  function tokenize(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
    const self = this
    const start = this.now()
    let value = ''

    return (code) => {
      effects.enter('citation')
      effects.enter('citationData')
      effects.consume(code)
      return data
    }

    function data(code: Code): State | undefined {
      if (code === null || code === opening || code === backtick || value.length > longest) return nok(code)
      if (value === '' && (code === 0x5e || code === 0x20)) return nok(code)
      if (markdownLineEnding(code)) {
        value += ' '
        effects.exit('citationData')
        effects.enter('lineEnding')
        effects.consume(code)
        effects.exit('lineEnding')
        effects.enter('citationData')
        return data
      }
      effects.consume(code)
      if (code === closing) return after
      value += character(code)
      return code === backslash ? escaped : data
    }

    function escaped(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return data(code)
      value += character(code)
      effects.consume(code)
      return data
    }

    function after(code: Code): State | undefined {
      // `[@a](address)` and `[@a]` of a definition are links.
      if (code === parenthesis || !value.includes('@')) return nok(code)
      if (self.parser.defined.includes(normalizeIdentifier(value))) return nok(code)
      const parts = readCitation(value)
      if (!parts) return nok(code)
      if (!parts.some(({key}) => keys.isKnown(key))) {
        keys.unknown(start.offset, value)
        return nok(code)
      }
      effects.exit('citationData')
      effects.exit('citation')
      return ok(code)
    }
  }
}
