import {factorySpace} from 'micromark-factory-space'
import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, State, TokenizeContext, Tokenizer} from 'micromark-util-types'

const dollar = 0x24

/** Markdown syntax: a formula between lines of `$$`; without an end it goes on to that of its quote or list. */
export const mathFlow: Construct = {name: 'mathFlow', concrete: true, tokenize: tokenizeFlow}

function tokenizeFlow(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  const self = this
  let size = 0

  return (code) => {
    effects.enter('mathFlow')
    effects.enter('mathFlowSequence')
    return open(code)
  }

  function open(code: Code): State | undefined {
    if (code === dollar && size < 2) {
      effects.consume(code)
      size++
      return open
    }
    if (size < 2 || (code !== null && !markdownLineEnding(code) && !markdownSpace(code))) return nok(code)
    effects.exit('mathFlowSequence')
    return factorySpace(effects, afterOpen, 'whitespace')(code)
  }

  function afterOpen(code: Code): State | undefined {
    if (code !== null && !markdownLineEnding(code)) return nok(code)
    return self.interrupt ? ok(code) : lineEnd(code)
  }

  function lineEnd(code: Code): State | undefined {
    return code === null ? after(code) : effects.attempt(sameContainer, atLine, after)(code)
  }

  function atLine(code: Code): State | undefined {
    return effects.attempt({partial: true, tokenize: tokenizeFence}, after, content)(code)
  }

  function content(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return lineEnd(code)
    effects.enter('mathFlowData')
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('mathFlowData')
      return lineEnd(code)
    }
    effects.consume(code)
    return inside
  }

  function after(code: Code): State | undefined {
    effects.exit('mathFlow')
    return ok(code)
  }
}

function tokenizeFence(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let size = 0
  return factorySpace(effects, start, 'linePrefix', 4)

  function start(code: Code): State | undefined {
    if (code !== dollar) return nok(code)
    effects.enter('mathFlowSequence')
    return sequence(code)
  }

  function sequence(code: Code): State | undefined {
    if (code === dollar && size < 2) {
      effects.consume(code)
      size++
      return sequence
    }
    if (size < 2) return nok(code)
    effects.exit('mathFlowSequence')
    return factorySpace(effects, end, 'whitespace')(code)
  }

  function end(code: Code): State | undefined {
    return code === null || markdownLineEnding(code) ? ok(code) : nok(code)
  }
}

/** A line’s end, if what follows is still in the same quote or list. */
const sameContainer: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return (next) => (this.parser.lazy[this.now().line] ? nok(next) : ok(next))
    }
  }
}
