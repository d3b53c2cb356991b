import {htmlFlow} from 'micromark-core-commonmark'
import {markdownSpace} from 'micromark-util-character'
import type {Code, Construct, Extension, State, TokenizeContext} from 'micromark-util-types'

const lessThan = 0x3c

/**
 * Markdown syntax: a comment that speaks to Lectern, right below a line of text, is part of that text and ends nothing:
 * no list, no table, no paragraph. Elsewhere it is HTML as any other comment.
 */
export function waivers(): Extension {
  return {disable: {null: ['htmlFlow']}, flow: {[lessThan]: html}}
}

const html: Construct = {
  ...htmlFlow,
  name: 'htmlUnlessWaiver',
  tokenize(effects, ok, nok) {
    const asHtml = htmlFlow.tokenize.call(this, effects, ok, nok)
    return this.interrupt || isBelowRow(this) ? effects.check(opening, nok, asHtml) : asHtml
  }
}

const rows: ReadonlySet<string> = new Set(['tableHead', 'tableRow'])

/** Whether the line above is a row of a table, which the next line does not interrupt but go on with. */
function isBelowRow({events}: TokenizeContext): boolean {
  const last = events.findLast(([, {type}]) => type !== 'lineEnding' && type !== 'linePrefix')
  return last !== undefined && rows.has(last[1].type)
}

const words = '<!--lectern'
const space = '<!--'.length

/** `<!-- lectern` */
const opening: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let read = 0
    return (code) => {
      effects.enter('htmlFlow')
      return sign(code)
    }

    function sign(code: Code): State | undefined {
      if (read === words.length) {
        effects.exit('htmlFlow')
        return ok(code)
      }
      if (!(read === space && markdownSpace(code))) {
        if (code !== words.charCodeAt(read)) return nok(code)
        read++
      }
      effects.consume(code)
      return sign
    }
  }
}
