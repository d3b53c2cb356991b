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
      /^<p>A<sup><a href="#note-1" id="[^"]*">1<\/a><\/sup><span class="margin-note" role="note"><span class="mark" id="note-1">1<\/span><span id="note-1-start"><\/span> <span class="block p">Said <em>so<\/em>. ?<\/span><span class="block ul">\n?<span class="block li">one<\/span>.*<\/span><span id="note-1-end"><\/span><\/span> and again<sup><a href="#note-1">1<\/a><\/sup>\.<\/p>$/s
    ],
    [
      'after a heading, in order',
      '## H[^a] and[^b]\n\nText.\n\n[^a]: First.\n[^b]: Second.\n',
      /^<h2[^>]*>H<sup>.*<\/h2><aside class="margin-note".*First\..*<\/aside><aside class="margin-note".*Second\..*<\/aside><p>Text\.<\/p>$/s
    ],
    [
      'after the note that they belong to',
      'A[^a].\n\n[^a]: First[^b].\n[^b]: Inner.\n',
      /First<sup><a href="#note-2".*<\/span><span class="margin-note" role="note">.*Inner\..*<\/p>$/s
    ],
    [
      'beside the text of a box',
      ':::box[T]\nIn a box[^a].\n:::\n\n[^a]: First.\n',
      /^<div class="box" role="note">.*<p>In a box<sup>.*<span class="margin-note".*First\..*<\/p><\/div>$/s
    ],
    [
      'stepped in as far as their text',
      '> - A[^a].\n\n[^a]: First.\n',
      /role="note" style="--indent:2.43rem"/
    ],
    [
      'below a table without a caption',
      '| a |\n| --- |\n| b[^a] |\n\nText.\n\n[^a]: First.\n',
      /<\/table><p class="table-note" role="note">.*First\..*<\/p><p>Text\.<\/p>$/s
    ],
    [
      'among the notes of a table with one',
      ':::table[C]\n| a |\n| --- |\n| b[^a] |\n\nMeans.\n:::\n\n[^a]: First.\n',
      /Means\.<\/p><\/div><p class="table-note" role="note".*First\..*<\/p><\/div>$/s
    ]
  ])('stand %s', async (_, body, expected) => {
    const {document} = await read(body)
    const html = toHtml({
      type: 'root',
      children: withMarginNotes(document.body, {lifts: new Map(), kept: new Set()})
    })
    expect(html).toMatch(expected)
    expect(html).not.toContain('user-content-fn-')
  })

  it.each([
    ['one that would end on the next page', {a: [1, 690, 1, 690, 2, 18]}, [['note-a', 43]]],
    ['none that ends on its own', {a: [1, 600, 1, 600, 1, 640]}, []],
    [
      'and what stands above it with it',
      {a: [1, 640, 1, 640, 1, 690], b: [1, 690, 1, 709, 2, 18]},
      [
        ['note-a', 43],
        ['note-b', 24]
      ]
    ],
    ['none where a page cannot hold them', {a: [1, 10, 1, 10, 1, 500], b: [1, 20, 1, 520, 2, 200]}, []]
  ] as const)('are lifted: %s', (_, notes, expected) => {
    const spots = Object.entries(notes).flatMap(([id, [page, top, first, start, last, end]]) => [
      [`mark-note-${id}`, {page, top}] as const,
      [`note-${id}-start`, {page: first, top: start}] as const,
      [`note-${id}-end`, {page: last, top: end}] as const
    ])
    const landing: Landing = {spots: new Map(spots), pages: 2, heights: [711, 711]}
    expect([...liftsOf(landing)]).toEqual(expected)
  })
})
