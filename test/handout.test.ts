import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {continuedByPage} from '../src/output/handout-heads.js'
import {wordsFor} from '../src/words/index.js'
import {folded, type OpenPdf, openPdf} from './pdf.js'
import {buildProject, makeProject} from './project.js'

const sentences = Array.from(
  {length: 60},
  (_, index) => `Sentence ${index + 1} says what was seen in the people of trial ${index + 1}.`
)
const review = `---
title: Notes
date: 2025-02-25
language: en
---

## Short

Little.

## Long

${sentences.join(' ')}

## After

${sentences.slice(0, 4).join(' ')}

## Last

It ends.

:::notes
| ${Array.from({length: 6}, (_, column) => `Participant${column}`).join(' | ')} |
|${' - |'.repeat(6)}
| 1 | 2 | 3 | 4 | 5 | 6 |

| n | Few |
| - | --- |
| 1 | 2 |
:::
`

let pdf: OpenPdf
beforeAll(async () => {
  const project = makeProject({'content/a.md': review})
  const {out} = await buildProject(project, {only: ['handout']})
  pdf = await openPdf(readFileSync(join(out, 'a/handout.pdf')))
})

const slidesOn = (text: string) => [...text.matchAll(/^Slide (\d+)$/gm)].map(([, number]) => Number(number))

describe('the handout', () => {
  it('shows every slide once, in order, at most three a page', () => {
    const shown = pdf.pages.map(({text}) => slidesOn(text))
    expect(shown.flat()).toEqual([1, 2, 3, 4, 5, 6])
    expect(Math.max(...shown.map(({length}) => length))).toBe(3)
  })

  it('holds all notes, which fill one page after another and say on each whose they are', () => {
    // What stands between the margins, right of the pictures.
    const between = pdf.pages.flatMap(({runs, height}) =>
      runs.filter(({x, y}) => 310 < x && 63 < y && y < height - 68)
    )
    const text = folded(between.map((run) => run.text).join(''))
    expect(sentences.filter((sentence) => !text.includes(folded(sentence)))).toEqual([])
    const heads = pdf.pages.map((page) => /Slide \d+: .* \(continued\)/.exec(page.text)?.[0] ?? '')
    expect(heads.filter(Boolean)).toContain('Slide 4: Long (continued)')
    // Only the last page may end early: the others reach down to where no further slide begins.
    const lowest = pdf.pages
      .slice(0, -1)
      .map(({runs}) => Math.min(...runs.filter(({y, text: run}) => y > 63 && run.trim()).map(({y}) => y)))
    expect(lowest.filter((y) => y > 63 + 190)).toEqual([])
  })

  it('gives a table that the column of notes would squeeze the whole measure, and breaks no word', () => {
    const {text, runs} = pdf.pages.at(-1) ?? {text: '', runs: []}
    expect([0, 5].filter((column) => !text.includes(`Participant${column}`))).toEqual([])
    const at = (said: string) => Math.round(runs.find((run) => run.text === said)?.x ?? 0)
    expect([at('Participant0') < 80, at('Few') > 310]).toEqual([true, true])
  })

  it('has a bookmark for each slide', () => {
    const titles = pdf.outline.map((title) => title.trim())
    expect(titles).toEqual(['Notes', 'Notes', 'Agenda', 'Short', 'Long', 'After', 'Last'])
  })

  it('names a slide above the pages its notes reach, not where they end with a page', () => {
    const slide = {kind: 'content', title: 'A', blocks: [], notes: []} as const
    const spots = new Map([
      ['handout:1', {page: 1, top: 0}],
      ['handout:1:end', {page: 3, top: 80}],
      ['handout:2', {page: 3, top: 90}],
      ['handout:2:end', {page: 4, top: 0}]
    ])
    const deck = {
      slides: [
        {...slide, id: 'a'},
        {...slide, id: 'b'}
      ]
    }
    expect(continuedByPage(deck, {spots, pages: 4, heights: []}, wordsFor('fr'))).toEqual([
      ...['', 'Diapositive 1: A (suite)', 'Diapositive 1: A (suite)', '']
    ])
  })
})
