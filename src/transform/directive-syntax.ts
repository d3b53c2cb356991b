import {directive} from 'micromark-extension-directive'
import {markdownLineEnding} from 'micromark-util-character'
import type {Code, Construct, Extension, State, TokenizeContext, Tokenizer} from 'micromark-util-types'
import {textDirectives} from './known-directives.js'
import {nesting} from './nested-containers.js'

const colon = 0x3a
const [opens, closes] = [0x5b, 0x5d]
const [opensAttributes, closesAttributes] = [0x7b, 0x7d]
const backslash = 0x5c
/** No label and no attributes in a line are longer: what looks for their end must not look far. */
const longest = {label: 800, attributes: 300} as const

/**
 * Markdown syntax: directives. Clinical prose is full of colons (`HR:0.85`, `10:30`, `:alpha`): in a line only a
 * known name directly followed by `[…]` is one, and everything else is never taken apart.
 */
export function directives(): Extension {
  const {flow = {}, text = {}} = directive()
  const [inText] = [text[colon] ?? []].flat()
  const [container, ...others] = [flow[colon] ?? []].flat()
  if (!inText || !container)
    throw new Error('Unexpected syntax of directives, expected one in a line and one round blocks')
  return {flow: {[colon]: [nesting(container), ...others]}, text: {[colon]: guarded(inText)}}
}

function guarded(construct: Construct): Construct {
  const guard: Construct = {partial: true, tokenize: tokenizeGuard}
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.check(guard, effects.attempt({...construct, partial: true}, ok, nok), nok)
    }
  }
}

function tokenizeGuard(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let name = ''
  let length = 0
  let depth = 0

  return (code) => {
    effects.enter('data')
    effects.consume(code)
    return named
  }

  function named(code: Code): State | undefined {
    if (code === opens && Object.hasOwn(textDirectives, name)) return label(code)
    if (code === null || code < 0x61 || 0x7a < code || name.length > 20) return fail(code)
    name += String.fromCharCode(code)
    effects.consume(code)
    return named
  }

  function label(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || ++length > longest.label) return fail(code)
    if (code === opens) depth++
    if (code === closes) depth--
    effects.consume(code)
    if (code === backslash) return escaped
    return depth === 0 ? afterLabel : label
  }

  function escaped(code: Code): State | undefined {
    if (code === null || code < 0) return label(code)
    effects.consume(code)
    return label
  }

  function afterLabel(code: Code): State | undefined {
    length = 0
    return code === opensAttributes ? attributes(code) : succeed(code)
  }

  function attributes(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || ++length > longest.attributes) return fail(code)
    effects.consume(code)
    return code === closesAttributes ? succeed : attributes
  }

  function succeed(code: Code): State | undefined {
    effects.exit('data')
    return ok(code)
  }

  function fail(code: Code): State | undefined {
    effects.exit('data')
    return nok(code)
  }
}
