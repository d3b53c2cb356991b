import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {crc32, deflateSync} from 'node:zlib'
import {toString as textOf} from 'hast-util-to-string'
import {describe, expect, it} from 'vitest'
import {check} from '../src/app/check/check.js'
import {formatFinding} from '../src/app/format-finding.js'
import {readShared} from '../src/app/inputs.js'
import {foundIn, readWithTalk} from '../src/app/read-talk.js'
import {loadResources, type Resources} from '../src/app/resources.js'
import {listReviews} from '../src/app/reviews.js'
import {folderWorld} from '../src/app/world.js'
import {drawFigure} from '../src/figure/draw-figure.js'
import type {Slide} from '../src/model/deck.js'
import {createFill} from '../src/template/fill.js'
import {toTalk} from '../src/transform/to-talk.js'
import {png} from './markdown.js'
import {openPdf} from './pdf.js'
import {buildProject, makeProject, root} from './project.js'

const review = `---
title: A review
language: en
date: 2025-02-25
---

## Methods

We searched registries.[^a] We found **VALOR** (NCT02623699).

[^a]: In January.

### Search

The words were those of the field [@suzuki2022-genetics-als].

:::table[Arms]{#tbl-arms}
| Arm | n |
| --- | --- |
| Active | 12 |
:::

:::box[In plain words]{#box-plain}
It was small.
:::

## Conclusion

Nothing is certain.
`

let resources: Promise<Resources> | undefined

/** The slides of a deck, and what was said of it. */
async function talk(
  deck: string,
  {name = 'r', files = {}}: {name?: string; files?: Readonly<Record<string, string | Uint8Array>>} = {}
): Promise<{slides: readonly Slide[]; findings: string[]; text: string[]}> {
  const project = makeProject({'content/r.md': review, [`content/${name}.deck.md`]: deck, ...files})
  const world = folderWorld(project)
  resources ??= loadResources(folderWorld(root))
  const loaded = await resources
  const all = await listReviews(world)
  const file = all.find((each) => each.name === name)
  if (!file) throw new Error(`Unexpected listing without \`${name}\``)
  const shared = await readShared(world, project)
  const reading = await readWithTalk(file, {
    ...{all, world, shared, resources: loaded, drawFigure, formats: true},
    fillFor: (words) => createFill(loaded.templates, words)
  })
  const {talk: read} = reading
  const slides = read ? toTalk(read.document, read).slides : []
  const findings = foundIn(reading, shared.config.rules)
  return {
    slides,
    findings: findings.filter((each) => each.file.endsWith('.deck.md')).map(formatFinding),
    text: slides.map(line)
  }
}

/** `kind Title | units`, with `*` at a unit that waits. */
function line({kind, title, bare, blocks, beside}: Slide): string {
  const units = (some: Slide['blocks']) =>
    some.flatMap((block) =>
      block.units.map(({content, step}) => `${step ? '*' : ''}${plain(textOf(content))}`)
    )
  const shown = [units(blocks), ...(beside ? [units(beside)] : [])].map((each) => each.join(' / '))
  return [`${kind} ${bare ? `(${title})` : title}`, ...shown].join(' | ')
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

describe('a deck', () => {
  it('begins a slide at each rule and at each heading that is not the first thing on its slide', async () => {
    const {text, findings} = await talk(
      'One.\n\n- a\n\n---\n## Two\n\nText.\n\n- b\n---\n---\n# Part\n## Three\n### Bold\n\nT.\n'
    )
    expect(text).toEqual([
      'title A review | ',
      'content (One.) | One. / a',
      'content Two | Text. / b',
      'section Part | ',
      'content Three | Bold / T.'
    ])
    expect(findings).toEqual([])
  })

  it.each([
    ['quote', '> Said.\n>\n> — Who'],
    ['quote', '> Said.\n\n— Who'],
    ['figure', '![What it shows](x.png)'],
    ['table', '| a |\n| --- |\n| b |'],
    ['statement', 'One thing.'],
    ['columns', ':::column\nA\n:::\n:::column\nB\n:::'],
    ['section', '# Part'],
    ['content', '- a\n- b'],
    ['statement', '::slide{layout=statement}\n- a'],
    ['image', '::slide{layout=image}\n![What it shows](x.png)'],
    ['references', '::references']
  ])('sets as %s what is written so: %s', async (kind, deck) => {
    const {slides, findings} = await talk(`---\ntitle: T\n---\n${deck}\n`, {
      files: {'content/x.png': png(40, 30)}
    })
    expect(slides.at(-1)?.kind).toBe(kind)
    expect(findings).toEqual([])
  })

  it('says whose a quotation is, apart from it', async () => {
    const {slides} = await talk('> Said.\n> — Who\n')
    expect(JSON.stringify(slides.at(-1)?.blocks)).toContain('"className":["attribution"]')
  })

  it('keeps what is said from what is shown, and shows step by step', async () => {
    const {slides, text} = await talk('## T\n\n:::steps\n- a\n- b\n\nC.\n:::\n\n:::notes\nSay *this*.\n:::\n')
    expect(text.at(-1)).toBe('content T | *a / *b / *C.')
    expect(
      slides
        .at(-1)
        ?.notes.map((node) => plain(textOf(node as never)))
        .join('')
    ).toBe('Say this.')
  })

  it('may have a container in another, with as many colons or fewer', async () => {
    const column = ':::column\nA\n\n:::steps\n- b\n:::\n:::\n'
    const longer = '::::column\n:::steps\n- c\n:::\n\n:::notes\nN\n:::\n::::\n'
    const {text, findings} = await talk(`## T\n\n${column}${longer}`)
    expect(text.at(-1)).toBe('columns T | A / *b | *c')
    expect(findings).toEqual([])
  })

  it('shows a long paragraph whole, in pieces that end with a sentence', async () => {
    const sentence = 'This sentence is of some forty letters long. '
    const {slides} = await talk(`## T\n\n${sentence.repeat(60)}\n\nEnd.\n`)
    const units = slides.at(-1)?.blocks.flatMap((block) => block.units) ?? []
    expect(units.length).toBeGreaterThan(3)
    expect(plain(units.map(({content}) => textOf(content)).join(' '))).toBe(
      plain(`${sentence.repeat(60)} End.`)
    )
  })

  it('knows where `::slide` belongs, and what it says', async () => {
    const deck = `## A

Text.

::slide{theme=dark source="A registry" #b}
## B

- b

---
# C
::slide{background=#ffd}
## D

- d
`
    const {slides} = await talk(deck)
    expect(
      slides.slice(1).map(({id, theme, source, background}) => [id, theme, source, background?.colour])
    ).toEqual([
      ['sec-a', undefined, undefined, undefined],
      ['b', 'dark', 'A registry', undefined],
      ['sec-c', undefined, undefined, '#ffffdd'],
      ['sec-d', undefined, undefined, undefined]
    ])
  })

  it('sets light text on a dark background by itself', async () => {
    const {slides} = await talk('::slide{background=navy}\nA.\n\n---\n::slide{background=x.png}\nB.\n', {
      files: {'content/x.png': png(40, 30)}
    })
    expect(slides.slice(1).map(({theme}) => theme)).toEqual(['dark', 'dark'])
  })

  it('takes its title slide from the first slide that is one', async () => {
    const {text} = await talk('::slide{layout=title}\n# Welcome\n\nAll of you.\n\n## Next\n\n- a\n')
    expect(text).toEqual(['title Welcome | All of you.', 'content Next | a'])
  })
})

describe('a piece of the review', () => {
  it('is a section as the automatic deck has it, with its notes and below it what is below', async () => {
    const {slides, findings} = await talk('::review{#methods}\n\n## As I say it\n\n::review{#conclusion}\n')
    const [, ...own] = slides
    expect(own[0]?.title).toBe('Methods')
    expect(own.some(({title}) => title === 'Search')).toBe(true)
    expect(own.some(({title}) => title === 'As I say it')).toBe(true)
    expect(own.some(({title}) => title === 'Conclusion')).toBe(false)
    expect(findings).toEqual([])
  })

  it('says a footnote in the notes, as its number would be another here', async () => {
    const {slides} = await talk('::review{#methods}\n')
    const units = slides.flatMap(({blocks}) => blocks.flatMap((block) => block.units))
    expect(units.map(({content}) => textOf(content)).join(' ')).toContain('We searched registries.')
    expect(JSON.stringify(units.map(({content}) => content))).not.toContain('dataFootnoteRef')
    expect(units.flatMap(({notes}) => notes.map((node) => textOf(node as never))).join(' ')).toContain(
      'In January.'
    )
  })

  it('is a table with its number, and a box', async () => {
    const {slides} = await talk('::review{#tbl-arms}\n\n---\n::review{#plain}\n')
    const [block] = slides[1]?.blocks ?? []
    expect(block?.kind === 'table' && block.caption && plain(textOf(block.caption))).toBe('Table 1. Arms')
    expect(plain(textOf(slides[2]?.blocks[0]?.units[0]?.content as never))).toBe(
      'In plain wordsIt was small.'
    )
  })

  it('is numbered as in the review, and what the talk cites goes on from there', async () => {
    const {slides} = await talk('New [@tzeplaeff2023-therapy-als] and old [@suzuki2022-genetics-als].\n')
    expect(plain(textOf(slides[1]?.blocks[0]?.units[0]?.content as never))).toBe('New (2) and old (1).')
    const works = slides.at(-1)?.blocks[0]?.units.map(({content}) => plain(textOf(content)).slice(0, 9))
    expect(slides.at(-1)?.kind).toBe('references')
    expect(works).toEqual(['1. Suzuki', '2. Tzepla'])
  })

  it('lists works by their records, and says in the notes how their author put them', async () => {
    const cited = '## References\n\n1. [Another title](https://doi.org/10.1038/s10038-022-01055-8)\n'
    const {slides} = await talk('Old [@suzuki2022-genetics-als].\n', {
      files: {'content/r.md': `${review}\n${cited}`}
    })
    const [unit] = slides.at(-1)?.blocks[0]?.units ?? []
    expect(plain(textOf(unit?.content as never))).not.toContain('given by')
    expect(unit?.notes.map((node) => plain(textOf(node as never))).join()).toMatch(/given by.*Another title/)
  })

  it('has the trials of both', async () => {
    const {text} = await talk('Also NCT03127514.\n\n## All\n\n::trials\n')
    expect(text.at(-1)).toMatch(/^table All \| NCT02623699.* \/ NCT03127514/)
  })
})

describe('what is wrong with a deck', () => {
  it.each([
    ['::slide{layout=tabel}\nA.', /Unexpected layout `tabel`, expected `table`.* {2}slide-setting/],
    ['::slide{layout=table}\nA.', /Unexpected layout `table` of a slide without it, expected a table/],
    ['::slide{theme=drak}\nA.', /Unexpected theme `drak` of a slide, expected `dark`/],
    ['::slide{theme=dark background=#fff}\nA.', /Unexpected background `#ffffff` behind the light text/],
    ['::slide{background=midnihgtblue}\nA.', /Unexpected background `midnihgtblue`, expected a colour/],
    ['::slide{background=../../etc/passwd}\nA.', /Unexpected kind of picture.* {2}unknown-image/],
    ['::slide{background="javascript:alert(1)"}\nA.', /Unexpected address.* {2}remote-image/],
    ['::slide{colour=red}\nA.', /Unexpected `colour=red` of `::slide`.* {2}unknown-directive/],
    ['::slide\n\nA.\n\n::slide{theme=dark}', /Unexpected second `::slide`/],
    [':::column\nA\n:::', /Unexpected single column/],
    [':::column\nA\n:::\n:::column\nB\n:::\n\nText.', /Unexpected text beside columns/],
    ['::::column\n:::column\nA\n:::\n::::\n:::column\nB\n:::', /Unexpected column inside another block/],
    [':::steps\n- a\n', /Unexpected `:::steps` without its end/],
    [
      '::review{#concluson}',
      /Unexpected piece `#concluson` of `content\/r.md`, expected one that is in it: `#conclusion`/
    ],
    ['[there](#nowhere)', /Unexpected link to `#nowhere`/]
  ])('is said once, at its place: %s', async (deck, message) => {
    const {findings} = await talk(`---\ntitle: T\n---\n${deck}\n`)
    expect(findings).toEqual([expect.stringMatching(message)])
    expect(findings[0]).toMatch(/^content\/r\.deck\.md:(?:[4-9]|1\d):/)
  })

  it.each([
    ['title: T\nreview: q', /Unexpected review `q`, expected `r`/],
    ['title: T\nabstract: A.', /Unexpected key `abstract`/],
    ['title: T\noutputs: [report]', /Unexpected value of `outputs.0`/]
  ])('is said of its front matter: %s', async (matter, message) => {
    const {findings} = await talk(`---\nlanguage: en\n${matter}\n---\nA.\n`, {name: 'own'})
    expect(findings).toEqual([expect.stringMatching(message)])
  })

  it('is a piece without a review to take it from', async () => {
    const {findings} = await talk('---\ntitle: T\nlanguage: en\n---\n::review{#methods}\n', {name: 'own'})
    expect(findings).toEqual([expect.stringMatching(/in a talk without a review.* {2}unknown-piece/)])
  })

  it('is a directive of decks in a review', async () => {
    const project = makeProject({'content/r.md': '## A\n\n::slide{theme=dark}\n\nB.\n'})
    const {findings} = await check({project, reviews: []})
    expect(findings.map(formatFinding).join()).toContain('Unexpected directive `::slide`')
  })

  it('is waived as in a review', async () => {
    const {findings} = await talk(
      '<!-- lectern-waive broken-link: it comes later -->\n[there](#nowhere) it is.\n'
    )
    expect(findings.filter((each) => each.includes('waiver'))).toEqual([])
  })

  it('is a container in thousands that are never closed, which are text', async () => {
    const {findings} = await talk(`## A\n\n${':::steps\n'.repeat(2000)}- a\n`)
    expect(findings[0]).toMatch(/:::steps/)
  })
})

it('builds the example of the docs, beside its review and by itself', async () => {
  const [, deck = ''] =
    /^```markdown deck\n(.*?)^```$/ms.exec(readFileSync(join(root, 'docs/talks.md'), 'utf8')) ?? []
  const project = makeProject({
    'content/als-review.md': readFileSync(join(root, 'content/als-review.md')),
    'content/als-review.deck.md': deck,
    'content/own.deck.md':
      '---\ntitle: Own\nlanguage: fr\ntheme: plain\nreview: als-review\n---\n# Un\n\n## Deux\n\n::review{#conclusion}\n',
    'content/_pictures/clinic.png': picture(64, 36)
  })
  const {built, findings, out} = await buildProject(project, {only: ['slides', 'slides-pdf', 'handout']})
  const errors = findings.filter(({severity}) => severity === 'error')
  expect(errors.map(formatFinding)).toEqual([])
  expect(built).toEqual(['als-review', 'own'])
  const pdf = await openPdf(readFileSync(join(out, 'als-review/slides.pdf')))
  const text = pdf.pages.map((page) => page.text).join('\n')
  expect(text).toContain('No treatment yet stops the disease.')
  expect(readFileSync(join(out, 'als-review/slides.html'), 'utf8')).toContain('Wait. Then ask who')
  expect(readFileSync(join(out, 'als-review/manifest.json'), 'utf8')).toContain('content/als-review.deck.md')
  expect(readFileSync(join(out, 'own/manifest.json'), 'utf8')).toContain('content/als-review.md')
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('own/slides.html')
}, 120_000)

/** A whole PNG, all in one grey. */
function picture(width: number, height: number): Uint8Array {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = Buffer.alloc((width + 1) * height, 120)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0))
  ])
}
