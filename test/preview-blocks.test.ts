import {expect, it} from 'vitest'
import {toBlocks} from '../src/app/preview/blocks.js'

it('a comment stays as it is, whatever tags it names', () => {
  const comment = '<!-- a <div> of </main> a comment -->'
  const page = (inner: string) =>
    `<html><head></head><body>${inner}<main><p>One${inner}</p><p>Two</p></main></body></html>`
  const {html, lists} = toBlocks(page(comment))
  expect(html.split(comment).length).toBe(3)
  expect(lists.map(({length}) => length)).toEqual(toBlocks(page('')).lists.map(({length}) => length))
})
