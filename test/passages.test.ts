import {describe, expect, it} from 'vitest'
import {read} from './markdown.js'

/** Each passage, and the places of some words in it: `paragraph 3:5 text`. */
async function passages(body: string, ...words: string[]): Promise<string[]> {
  const {document} = await read(body)
  return document.passages.map((passage) => {
    const found = words.flatMap((word) => {
      const at = passage.text.indexOf(word)
      const {line, column} = passage.at(at)
      return at < 0 ? [] : [` ${word}@${line}:${column}`]
    })
    return `${passage.kind} ${passage.text}${found.join('')}`
  })
}

describe('passages', () => {
  it.each([
    ['A NCT02623699\nand\n  more.', ['more'], ['paragraph A NCT02623699 and more. more@3:3']],
    ['a \\* b &amp; c **d** `e` f', ['c', 'f'], ['paragraph a * b & c d f c@1:14 f@1:26']],
    [
      'See [the *trial*](https://x.org) now[^1].\n\n[^1]: A note.',
      ['trial', 'now'],
      ['item A note.', 'paragraph See the trial now. trial@1:11 now@1:34']
    ],
    [
      'Led by:\n• one\n  – two NCT02623699\n• three',
      ['two', 'three'],
      ['paragraph Led by:', 'item one', 'item two NCT02623699 two@3:5', 'item three three@4:3']
    ],
    ['> quoted\n> words', ['words'], ['paragraph quoted words words@2:3']],
    ['| id | n |\n|-|-|\n| NCT1 | 12 |', ['12'], ['row id | n', 'row NCT1 | 12 12@3:10']],
    ['https://x.org/a said www.y.org so', ['so'], ['paragraph https://x.org/a said www.y.org so so@1:32']],
    ['<p>raw <b>html</b> here</p>', ['here'], ['paragraph raw html here here@1:20']],
    [
      '---\nabstract: Not in the text.\n---\nText.',
      ['Text', 'text'],
      ['matter Not in the text. text@2:22', 'paragraph Text. Text@4:1']
    ],
    ['😀 then', ['then'], ['paragraph 😀 then then@1:4']],
    [':::box[Head]\nInside.\n:::', ['Inside'], ['paragraph Head', 'paragraph Inside. Inside@2:1']]
  ])('of %j', async (body, words, expected) => {
    expect(await passages(body, ...words)).toEqual(expected)
  })

  it('know the section, the leads, the cells and the reference list', async () => {
    const {document} = await read(
      '## Part\n\nText:\n\n- a\n  - b\n\n| id | n |\n|-|-|\n| x | 1 |\n\n## References\n\n- [w](https://x.org)\n\n## After\n\nEnd.'
    )
    expect(
      document.passages.map(({text, section, leads, cells, inReferences}) => [
        text,
        section,
        leads.join(' > '),
        cells.map(({head}) => head).join(),
        inReferences
      ])
    ).toEqual([
      ['Part', '', '', '', false],
      ['Text:', 'Part', '', '', false],
      ['a', 'Part', 'Text:', '', false],
      ['b', 'Part', 'Text: > a', '', false],
      ['id | n', 'Part', '', '', false],
      ['x | 1', 'Part', '', 'id,n', false],
      ['References', 'Part', '', '', false],
      ['w', 'References', '', '', true],
      ['After', 'References', '', '', false],
      ['End.', 'After', '', '', false]
    ])
  })
})
