import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {ElementContent, Nodes} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import type {Deck, Slide} from '../src/model/deck.js'
import type {Document} from '../src/model/document.js'
import {notesOf} from '../src/output/slide.js'
import {toDeck} from '../src/transform/to-deck.js'
import {cited} from './cited.js'
import {root} from './project.js'

/** A review as slides: kind, title and what stands above it, what each unit shows, and what is said. */
async function deckOf(body: string, options: Parameters<typeof cited>[1] = {}) {
  const {document, findings} = await cited(body, options)
  const deck = toDeck(document)
  return {document, findings, deck, slides: deck.slides.map(shownOf)}
}

function shownOf(slide: Slide) {
  return {
    kind: slide.kind,
    title: slide.title,
    kicker: slide.kicker,
    shows: slide.blocks.flatMap(({units}) => units.map(({content}) => said(content))),
    notes: said({type: 'root', children: notesOf(slide)})
  }
}

function said(node: Nodes): string {
  const apart = structuredClone(node)
  visit(apart, 'element', (each) => {
    if (/^(?:p|li|td|th|tr|h\d)$/.test(each.tagName)) each.children.push({type: 'text', value: ' '})
  })
  return textOf(apart).replace(/\s+/g, ' ').trim()
}

/** The first slide’s units of a section’s text. */
async function shows(text: string, language = 'en'): Promise<string[]> {
  const {slides} = await deckOf(`# T\n\n## S\n\n${text}\n`, {language})
  return slides.find(({title}) => title === 'S')?.shows ?? []
}

const long =
  'Teams examine combined protocols in several centres at once to address how the disease arises from many causes'

describe('what a slide shows', () => {
  it.each([
    [
      'an item by its lead sentence',
      '- One sentence leads here, and it is long enough to be no label at all. Two follows.',
      ['One sentence leads here, and it is long enough to be no label at all.']
    ],
    [
      'what limits it, too',
      '- Levels of the harmful protein fell in every single patient. However, nobody improved. More.',
      ['Levels of the harmful protein fell in every single patient. However, nobody improved.']
    ],
    [
      'what limits it in a sentence that goes on from it, too',
      '- Levels of the harmful protein fell in every single patient. This was not significant. More.',
      ['Levels of the harmful protein fell in every single patient. This was not significant.']
    ],
    [
      'a question with its answer',
      'A question stands here, for all of the listeners to hear it well? Not yet. More.\n\n- x',
      ['A question stands here, for all of the listeners to hear it well? Not yet.', 'x']
    ],
    [
      'a label with what it names',
      '- Small molecules. Riluzole remains the standard of care. More.',
      ['Small molecules. Riluzole remains the standard of care.']
    ],
    [
      'an aside in brackets as left out',
      `- ${long} (stem cells plus gene therapy, or factors plus antioxidants) and on all levels of them.`,
      [`${long} (…) and on all levels of them.`]
    ],
    [
      'a clause that only adds as left out',
      `- ${long} and on all levels of them, leading to broad interest in the field.`,
      [`${long} and on all levels of them…`]
    ],
    [
      'a number in brackets',
      `- ${long} (hazard ratio 0.85, interval 0.70 to 1.03) and on all levels of them.`,
      [`${long} (hazard ratio 0.85, interval 0.70 to 1.03) and on all levels of them.`]
    ],
    [
      'a limit in brackets',
      `- ${long} (which was not seen in any of the larger trials) and on all levels of them.`,
      [`${long} (which was not seen in any of the larger trials) and on all levels of them.`]
    ],
    [
      'a hedge in a clause',
      `- ${long} and on all levels of them, leading to results that may mislead.`,
      [`${long} and on all levels of them, leading to results that may mislead.`]
    ],
    [
      'an exception in brackets',
      `- ${long} (the exception being the study of carriers without symptoms) and on all levels of them.`,
      [`${long} (the exception being the study of carriers without symptoms) and on all levels of them.`]
    ],
    [
      'a clause that goes on without a comma',
      `- ${long}, including those of early stages have failed in all of the trials.`,
      [`${long}, including those of early stages have failed in all of the trials.`]
    ],
    [
      'a list that a quotation announces',
      `> What they said of it, in the order of importance:\n>\n> - ${long}.\n> - ${long}.\n> - ${long}.`,
      ['What they said of it, in the order of importance:', `${long}.`, `${long}.`, `${long}.`]
    ],
    [
      'code of long lines in pieces',
      `\`\`\`\n${'x'.repeat(3000)}\n\`\`\``,
      [1320, 1320, 360].map((length) => 'x'.repeat(length))
    ],
    [
      'a table of prose by the names of its columns, whatever reaches over several',
      `<table><thead><tr><th rowspan="2">Arm</th><th colspan="2">Outcome</th></tr><tr><th>Mean</th><th>SD</th></tr></thead>
<tbody><tr><td rowspan="2">Active</td><td>${'long '.repeat(80)}</td><td>1</td></tr><tr><td>2</td><td>3</td></tr></tbody></table>`,
      [
        'Active',
        expect.stringContaining('Outcome, Mean: long'),
        'Outcome, SD: 1',
        'Active',
        'Outcome, Mean: 2',
        'Outcome, SD: 3'
      ]
    ],
    [
      'a table of many columns as several, each with the first',
      ['n', '-', 'A'].map((cell) => `|${cell}|${`${cell}|`.repeat(20)}`).join('\n'),
      [`${'A '.repeat(11).trim()}`, `${'A '.repeat(11).trim()}`]
    ],
    [
      'a clause that goes on',
      `- ${long}, including those of early stages, have failed in all of the trials.`,
      [`${long}, including those of early stages, have failed in all of the trials.`]
    ],
    [
      'many paragraphs as a list of what leads them',
      Array.from(
        {length: 3},
        (_, index) =>
          `Paragraph ${index} leads with a sentence that is longer than a label. ${'It is padded. '.repeat(14)}`
      ).join('\n\n'),
      Array.from(
        {length: 3},
        (_, index) => `Paragraph ${index} leads with a sentence that is longer than a label.`
      )
    ]
  ])('is %s', async (_, text, expected) => {
    expect(await shows(text)).toEqual(expected)
  })

  it('leaves nothing out of a sentence in a language of which it knows no clauses', async () => {
    const text = `${long} (stem cells plus gene therapy, or factors plus antioxidants) and on all levels of them.`
    expect(await shows(`- ${text}`, 'de')).toEqual([text])
  })

  it('sets a label strong that its author did not, and no word changes', async () => {
    const {deck} = await deckOf(
      '# T\n\n- Stem cells (MSC): Sources are *many*.\n- **Own:** one.\n- No label here\n'
    )
    const units = deck.slides.flatMap(({blocks}) => blocks.flatMap((block) => block.units))
    const strong = units.map(({content}) =>
      content.children.flatMap((node) =>
        node.type === 'element' && node.tagName === 'strong' ? [textOf(node)] : []
      )
    )
    expect(strong).toEqual([['Stem cells (MSC):'], ['Own:'], []])
  })
})

describe('slides', () => {
  it('say what no slide shows after all that stands before it, and no agenda lists it', async () => {
    const {slides} = await deckOf('# T\n\n## A\n\nShown.\n\n## B\n\n:::notes\nSaid.\n:::\n\n## C\n\nMore.\n')
    expect(slides.find(({title}) => title === 'A')?.notes).toBe('Shown. B Said.')
    expect(slides.find(({kind}) => kind === 'agenda')?.shows).toEqual(['A', 'C'])
  })

  it('have a title whole whose end takes back what it begins with', async () => {
    const title =
      'The drug slows the disease in carriers of the variant, but not in the analysis that had been planned first'
    const {slides} = await deckOf(`# T\n\n## ${title}\n\nText.\n`)
    expect(slides.map((slide) => slide.title)).toContain(title)
  })

  const review = `# Review

Opening.

## 1. A background with a title that goes on, well past what two lines of a slide can hold: it is cut

Text. See [](#tbl-base).

## 2. Methods

Own text.

### 2.1 Search

We searched:

| Database | Hits |
| --- | --- |
| A | 12 |

After the table.

:::table[Baseline of the cohorts]{#tbl-base}
| Arm | n |
| --- | --- |
| A | 12 |

Abbreviations: n, number.
:::

### 2.2 Words

> A quotation that stands alone.

### 2.3 Empty

## 3. Trials

Of NCT04856982.

::trials

::figure{pipeline}

## 4. Nothing
`
  it('are what they hold, in order, with the whole of what is cut in the notes', async () => {
    const {slides} = await deckOf(review)
    expect(slides.map(({kind, title, kicker}) => [kind, title, kicker].filter(Boolean).join(' | '))).toEqual([
      'title | Review',
      'agenda | Agenda',
      'content | Introduction',
      'content | 1. A background with a title that goes on, well past what two lines of a slide can hold…',
      'section | 2. Methods',
      'content | 2. Methods',
      'table | 2.1 Search | 2. Methods',
      'content | 2.1 Search | 2. Methods',
      'table | Table 1. Baseline of the cohorts | 2.1 Search',
      'quote | 2.2 Words | 2. Methods',
      'content | 3. Trials',
      'table | Trials',
      'figure | Figure 1. Pipeline of the 17 trials in the evidence held with this review… | 3. Trials'
    ])
    expect(slides[1]?.shows).toHaveLength(3)
    expect(slides[3]?.notes).toContain('can hold: it is cut')
    expect(slides[4]?.shows).toEqual(['2.1 Search', '2.2 Words'])
    expect(slides[6]?.shows).toEqual(['We searched:', 'A 12'])
    expect(slides[8]?.shows).toEqual(['A 12', 'Abbreviations: n, number.'])
    expect(slides[9]?.notes).toContain('2.3 Empty')
    expect(slides[12]?.notes).toContain('4. Nothing')
  })

  it('say where facts come from, and where their author asked for them', async () => {
    const {deck} = await deckOf(review)
    expect(deck.slides.flatMap(({source}) => source ?? [])).toEqual([
      'ClinicalTrials.gov, records as of 2025-03-07',
      'ClinicalTrials.gov, records as of 2014-07-18 to 2026-08-01; not known for 3 of 17'
    ])
    expect(deck.slides.find(({kind}) => kind === 'section')?.place).toEqual({line: 9, column: 1})
  })

  it('are led to by links to the table that stands on them', async () => {
    const {deck} = await deckOf(review)
    const table = deck.slides.find(({title}) => title.startsWith('Table 1'))
    expect(JSON.stringify(deck.slides)).toContain(`"href":"#${table?.id}"`)
    expect(new Set(deck.slides.map(({id}) => id)).size).toBe(deck.slides.length)
  })

  it('show key points where their author named them, whole', async () => {
    const points = ['One point.', 'Another (with an aside that is left as it is) point.']
    const {slides} = await deckOf(
      `---\nkeyPoints:\n${points.map((each) => `  - ${each}\n`).join('')}---\n# T\n\nText.\n`
    )
    expect(slides[1]).toMatchObject({title: 'Key points', shows: points})
  })

  it('show a row of prose by its leads, a cell a unit, with the row in the notes', async () => {
    const {slides} = await deckOf(`# T\n\n| A | B |\n| --- | --- |\n| One | ${'word '.repeat(5000)} |\n`)
    const [, slide] = slides
    expect(slide?.shows[0]).toBe('One')
    expect(slide?.shows[1]).toMatch(/^B: word .{200,360}…$/)
    expect(slide?.notes.match(/word/g)).toHaveLength(5000)
  })
})

describe('marks of audience', () => {
  const marked = `# T

First.[^a] [@doi:10.3390/cells12111523]

:::slides-only
## On slides

Shown NCT04856982.[^b] [@doi:10.1038/s10038-022-01055-8]

| a | b |
| --- | --- |
| s | 2 |

:::

::::report-only
## In the report

See [slides](#on-slides).

:::table[Numbered]
| a | b |
| --- | --- |
| r | 2 |
:::

::::

## For all

See [report](#in-the-report).

- item one

  :::notes
  Inner.[^c]
  :::

- item two

:::notes
### Heading said

NCT02623699 said.
:::

Again.[^d]

[^a]: Note a.
[^b]: Note b.
[^c]: Note c.
[^d]: Note d.
`
  it('give the report what is its own: text, headings, exhibits, notes, works, trials, links', async () => {
    const {document} = await deckOf(marked)
    const text = textOf({type: 'root', children: [...document.body]} as Nodes)
    expect(text).toContain('In the report')
    expect(text).not.toMatch(/On slides|Shown|Inner|Heading said|said\./)
    expect(document.headings.map(({depth, text: own}) => `${depth} ${own}`)).toEqual([
      '2 In the report',
      '2 For all',
      '2 References'
    ])
    expect(document.exhibits.map(({number, caption}) => `${number} ${caption}`)).toEqual(['1 Numbered'])
    expect(marksOf(document.body)).toEqual(['1', '2'])
    expect(text).toContain('Note d.')
    expect(text).not.toMatch(/Note [bc]\./)
    expect(text).not.toContain('seeking therapeutic targets')
    expect(deadLinks(document.body)).toEqual([])
    expect(document.keyPoints.join(' ')).not.toMatch(/Shown|Inner/)
  })

  it('give the deck what is its own, and the speaker the notes', async () => {
    const {deck, slides} = await deckOf(marked)
    const shown = slides.map((slide) => [slide.title, ...slide.shows].join(' ')).join(' ')
    const notes = slides.map((slide) => slide.notes).join(' ')
    expect(shown).toMatch(/On slides.*Shown NCT04856982.*item one.*seeking therapeutic targets/)
    expect(shown).not.toMatch(/In the report|Numbered|Inner|Heading said/)
    expect(notes).not.toMatch(/In the report|Numbered/)
    expect(slides.find(({shows: all}) => all.includes('item one'))?.notes).toMatch(
      /item one Inner\.\d? .*Heading said NCT02623699 said\./
    )
    expect(notes).toContain('Note c.')
    expect(shown).not.toContain('Note c.')
    expect(JSON.stringify(deck)).not.toContain('dataAudience')
  })

  it('check a trial that only the speaker names', async () => {
    const {findings} = await deckOf('# T\n\nText.\n\n:::notes\nNCT99999999 recruits.\n:::\n')
    expect(findings.join('\n')).toContain('6:1  warning  Unexpected trial `NCT99999999` without a record')
  })
})

describe('of a review, nothing is lost', () => {
  it.each([
    'content/als-review.md',
    ...['als-corrected', 'als-corrected-cited', 'sla', 'fr', 'ja', 'ar'].map(
      (name) => `test/fixtures/${name}.md`
    )
  ])('%s', async (path) => {
    const language = /(?:sla|fr)\.md$/.test(path) ? 'fr' : 'en'
    const {document, deck} = await deckOf(readFileSync(join(root, path), 'utf8'), {language})
    expect(lostOf(document, deck)).toEqual([])
  })
})

/** The blocks of a talk’s text that neither slides nor notes hold. */
function lostOf({talk}: Document, deck: Deck): string[] {
  const all = deck.slides.flatMap((slide) => [
    slide.title,
    ...slide.blocks.flatMap((block) => [
      ...(block.kind === 'table' ? [block.caption, block.head] : []).flatMap((each) =>
        each ? bare(each) : []
      ),
      ...block.units.map(({content}) => bare(content))
    ]),
    ...notesOf(slide).map((node) => bare(node))
  ])
  const held = all.map((text) => text.replace(/\s+/g, '')).join(' ')
  const lost: string[] = []
  visit({type: 'root', children: [...talk.body]}, 'element', (node) => {
    if ([node.properties.className].flat().includes('evidence')) return 'skip'
    if (!/^(?:p|li|td|th|h\d)$/.test(node.tagName) || node.properties.id === 'footnote-label') return true
    const own = node.children.filter(
      (child) => !(child.type === 'element' && /^(?:ul|ol|p)$/.test(child.tagName))
    )
    const text = bare({type: 'root', children: own}).replace(/\s+/g, '')
    if (text !== '' && !held.includes(text)) lost.push(text)
    return true
  })
  return lost
}

/** A text without the ways back of footnotes. */
function bare(node: Nodes): string {
  if (node.type === 'element' && 'dataFootnoteBackref' in node.properties) return ''
  if ('children' in node) return node.children.map((child) => bare(child as Nodes)).join('')
  return node.type === 'text' ? node.value : ''
}

function marksOf(body: readonly ElementContent[]): string[] {
  const marks: string[] = []
  visit({type: 'root', children: [...body]}, 'element', (node) => {
    if ('dataFootnoteRef' in node.properties) marks.push(textOf(node))
  })
  return marks
}

function deadLinks(body: readonly ElementContent[]): string[] {
  const ids = new Set<string>()
  const links: string[] = []
  visit({type: 'root', children: [...body]}, 'element', ({properties: {id, href}}) => {
    if (id) ids.add(`#${id}`)
    if (typeof href === 'string' && href.startsWith('#')) links.push(href)
  })
  return links.filter((href) => !ids.has(href))
}
