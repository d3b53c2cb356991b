import type {Landing, Spot} from '../../model/page.js'
import type {Press} from '../../press/press.js'
import {digestOf} from '../digest.js'
import type {Memory} from './memory.js'

/** A press that makes nothing twice: what it makes depends on the page and on what is asked of it, and on nothing else. */
export function rememberingPress(press: Press, memory: Memory): Press {
  const landing = async (kind: string, parts: readonly unknown[], make: () => Promise<Landing>) => {
    const {spots, ...rest} = await memory.value(kind, parts, async () => toPlain(await make()))
    return {...rest, spots: new Map(spots)}
  }
  return {
    version: () => memory.value('browser', [], () => press.version()),
    async print(html, description) {
      const {said, files} = await memory.files('print', [html, description], async () => {
        const {bytes, pages} = await press.print(html, description)
        return {said: pages, files: [bytes]}
      })
      return {bytes: files[0] ?? new Uint8Array(), pages: said}
    },
    tryOut: (html) => landing('trial', [html], () => press.tryOut(html)),
    landingOf: (bytes) => landing('landing', [digestOf(bytes)], () => press.landingOf(bytes)),
    measure: (html, size, question, ...given) =>
      memory.value('measure', [html, size, String(question), given.map(textOf)], () =>
        press.measure(html, size, question, ...given)
      ),
    async draw(html, size, question) {
      const {said, files} = await memory.files('draw', [html, size, String(question)], async () => {
        const {answer, photographs} = await press.draw(html, size, question)
        return {said: answer, files: photographs}
      })
      return {answer: said, photographs: [...files]}
    },
    async picture(html, selector, size) {
      const {files} = await memory.files('picture', [html, selector, size], async () => ({
        said: undefined,
        files: await press.picture(html, selector, size)
      }))
      return [...files]
    }
  }
}

function toPlain({spots, ...rest}: Landing): Omit<Landing, 'spots'> & {spots: [string, Spot][]} {
  return {...rest, spots: [...spots]}
}

function textOf(given: unknown): unknown {
  return typeof given === 'function' ? String(given) : given
}
