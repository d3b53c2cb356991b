import type {CompileContext, Extension as FromMarkdown, Token} from 'mdast-util-from-markdown'
import {markdownLineEnding, markdownLineEndingOrSpace} from 'micromark-util-character'
import type {Code, Construct, Extension, State, TokenizeContext, Tokenizer} from 'micromark-util-types'
import {isFormula} from './is-formula.js'
import {mathFlow} from './math-flow.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText'
    mathTextSequence: 'mathTextSequence'
    mathTextData: 'mathTextData'
    mathFlow: 'mathFlow'
    mathFlowSequence: 'mathFlowSequence'
    mathFlowData: 'mathFlowData'
  }
}

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineMath: Formula
  }
  interface RootContentMap {
    math: Formula
    inlineMath: Formula
  }
}

/** A formula in LaTeX: in the line, or displayed. */
export interface Formula extends Omit<import('mdast').Literal, 'type'> {
  type: 'inlineMath' | 'math'
  /** Between `$$` and `$$`. */
  display: boolean
}

const dollar = 0x24
const backslash = 0x5c
/** No formula in a line is longer. */
const longest = 1000

/**
 * Markdown syntax: `$x_i$` in a line where it reads as a formula and not as money (`isFormula`), `$$x$$` for a
 * displayed one, and `$$` on lines of their own around longer ones.
 */
export function math(): Extension {
  return {text: {[dollar]: inText}, flow: {[dollar]: mathFlow}}
}

/** The nodes of these tokens. */
export function mathFromMarkdown(): FromMarkdown {
  const enter = (type: Formula['type']) =>
    function (this: CompileContext, token: Token): undefined {
      this.enter({type, value: '', display: type === 'math'}, token)
    }
  return {
    enter: {mathText: enter('inlineMath'), mathFlow: enter('math')},
    exit: {
      mathText(token) {
        const node = this.stack.at(-1)
        const written = this.sliceSerialize(token)
        const size = written.startsWith('$$') ? 2 : 1
        if (node?.type === 'inlineMath')
          Object.assign(node, {display: size === 2, value: written.slice(size, -size).trim()})
        this.exit(token)
      },
      mathFlow(token) {
        const node = this.stack.at(-1)
        if (node?.type === 'math') node.value = node.value.trim()
        this.exit(token)
      },
      mathFlowData(token) {
        const node = this.stack.at(-1)
        if (node?.type === 'math') node.value += `${this.sliceSerialize(token)}\n`
      }
    }
  }
}

const inText: Construct = {
  name: 'mathText',
  tokenize: tokenizeText,
  previous(code) {
    // `US$ 3,000`: what follows a letter, a digit or another dollar opens nothing.
    const before = code !== null && code > 0 ? String.fromCharCode(code) : ''
    const isEscaped = this.events.at(-1)?.[1].type === 'characterEscape'
    return isEscaped || !/[\p{L}\p{N}$]/u.test(before)
  }
}

// The next dollar either closes the formula or shows that there is none: 100,000 of them take no longer than one each.
function tokenizeText(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let size = 0
  let closing = 0
  let value = ''

  return (code) => {
    effects.enter('mathText')
    effects.enter('mathTextSequence')
    return open(code)
  }

  function open(code: Code): State | undefined {
    if (code === dollar && size < 2) {
      effects.consume(code)
      size++
      return open
    }
    if (code === dollar || code === null || (size === 1 && markdownLineEndingOrSpace(code))) return nok(code)
    effects.exit('mathTextSequence')
    return between(code)
  }

  function between(code: Code): State | undefined {
    if (code === null || value.length > longest) return nok(code)
    if (code === dollar) {
      effects.enter('mathTextSequence')
      return close(code)
    }
    if (markdownLineEnding(code)) {
      value += ' '
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return between
    }
    effects.enter('mathTextData')
    return data(code)
  }

  function data(code: Code): State | undefined {
    if (code === null || code === dollar || markdownLineEnding(code) || value.length > longest) {
      effects.exit('mathTextData')
      return between(code)
    }
    value += code < 0 ? ' ' : String.fromCharCode(code)
    effects.consume(code)
    return code === backslash ? escaped : data
  }

  function escaped(code: Code): State | undefined {
    if (code !== dollar && code !== backslash) return data(code)
    value += String.fromCharCode(code)
    effects.consume(code)
    return data
  }

  function close(code: Code): State | undefined {
    if (code === dollar && closing < size) {
      effects.consume(code)
      closing++
      return close
    }
    const isDigit = code !== null && 0x30 <= code && code <= 0x39
    if (closing !== size || code === dollar || isDigit || value.trim() === '') return nok(code)
    if (size === 1 && !isFormula(value)) return nok(code)
    effects.exit('mathTextSequence')
    effects.exit('mathText')
    return ok(code)
  }
}
