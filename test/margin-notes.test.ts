import {toHtml} from 'hast-util-to-html'
import {describe, expect, it} from 'vitest'
import type {Landing} from '../src/model/page.js'
import {withMarginNotes} from '../src/output/margin-notes.js'
import {liftsOf} from '../src/output/note-lifts.js'
import {read} from './markdown.js'

describe('footnotes on paper', () => {
  it.each([
    [
      'beside their mark, whole, and once',
      'A[^a] and again[^a].\n\n[^a]: Said *so*.\n\n    - one\n',
      /^<p>A<sup><a href="#note-a" id="[^"]*">1<\/a><\/sup><span class="margin-note" role="note" id="note-a"><span class="mark">1<\/span> <span class="block p">Said <em>so<\/em>. ?<\/span><span class="block ul">\n?<span class="block li">one<\/span>.*<\/span><span id="note-a-end"><\/span><\/span> and again<sup><a href="#note-a" id="[^"]*">1<\/a><\/sup>\.<\/p>$/s
    ],
    [
      'after a heading, in order',
      '## H[^a] and[^b]\n\nText.\n\n[^a]: First.\n[^b]: Second.\n',
      /^<h2[^>]*>H<sup>.*<\/h2><aside class="margin-note".*First\..*<\/aside><aside class="margin-note".*Second\..*<\/aside><p>Text\.<\/p>$/s
    ],
    [
      'below a table without a caption',
      '| a |\n| --- |\n| b[^a] |\n\nText.\n\n[^a]: First.\n',
      /<\/table><p class="table-note" role="note" id="note-a">.*First\..*<\/p><p>Text\.<\/p>$/s
    ],
    [
      'among the notes of a table with one',
      ':::table[C]\n| a |\n| --- |\n| b[^a] |\n\nMeans.\n:::\n\n[^a]: First.\n',
      /Means\.<\/p><\/div><p class="table-note" role="note".*First\..*<\/p><\/div>$/s
    ]
  ])('stand %s', async (_, body, expected) => {
    const {document} = await read(body)
    const html = toHtml({type: 'root', children: withMarginNotes(document.body, new Map())})
    expect(html).toMatch(expected)
    expect(html).not.toContain('user-content-fn-')
  })

  it('are lifted where they would end on the next page, but not into the note above', () => {
    const spots = (notes: Record<string, [number, number]>): Landing => ({
      pages: 2,
      spots: new Map(Object.entries(notes).map(([id, [page, top]]) => [id, {page, top}]))
    })
    expect([...liftsOf(spots({'note-a': [1, 690], 'note-a-end': [2, 18]}))]).toEqual([['note-a', 31]])
    expect([...liftsOf(spots({'note-a': [1, 600], 'note-a-end': [1, 640]}))]).toEqual([])
    const crowded: Record<string, [number, number]> = {
      'note-a': [1, 600],
      'note-a-end': [1, 670],
      'note-b': [1, 690],
      'note-b-end': [2, 18]
    }
    expect([...liftsOf(spots(crowded))]).toEqual([])
  })
})
