import {h} from 'hastscript'
import {describe, expect, it} from 'vitest'
import {leadOf, slice} from '../src/transform/sentences.js'
import {wordsFor} from '../src/words/index.js'
import {sentences} from '../src/words/sentences.js'

const en = wordsFor('en')

describe('sentences', () => {
  it.each([
    ['One is. Two is.', ['One is. ', 'Two is.']],
    [
      'Drugs, e.g. Riluzole, vs. Placebo. See Fig. 2 of Smith et al. 2020 for more. End.',
      ['Drugs, e.g. Riluzole, vs. Placebo. ', 'See Fig. 2 of Smith et al. 2020 for more. ', 'End.']
    ],
    ['A line\nthat goes on. Another.', ['A line\nthat goes on. ', 'Another.']],
    ['1. Background of J. Doe. Next.', ['1. Background of J. Doe. ', 'Next.']],
    ['HR 0.85 (p < 0.05) held. “Quoted.” After.', ['HR 0.85 (p < 0.05) held. ', '“Quoted.” ', 'After.']],
    ['Without an end', ['Without an end']],
    ['', []]
  ])('of %j', (text, expected) => {
    expect([...sentences(text, en)]).toEqual(expected)
    expect([...sentences(text, en)].join('')).toBe(text)
  })

  it('are the text again, however long it is', () => {
    const text = 'A word and another make a sentence. '.repeat(500)
    const found = [...sentences(text, en)]
    expect(found).toHaveLength(500)
    expect(found.join('')).toBe(text)
  })

  it('lead with their elements, and with the next where the first is a label', () => {
    const nodes = h('p', [
      'Small ',
      h('em', 'molecules'),
      '. They ',
      h('strong', 'slow'),
      ' it. More.'
    ]).children.filter((node) => node.type !== 'comment') as Parameters<typeof leadOf>[0]
    expect(leadOf(nodes, 30, en)).toEqual(slice(nodes, 0, 31))
    expect(h('p', leadOf(nodes, 400, en)).children).toHaveLength(5)
  })
})
