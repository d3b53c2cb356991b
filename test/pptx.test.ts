import {readFileSync} from 'node:fs'
import {join, posix} from 'node:path'
import JSZip from 'jszip'
import {beforeAll, describe, expect, it} from 'vitest'
import type {Element, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {type Built, buildProject, filesBelow, makeProject, root} from './project.js'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CAB+GTG8HSALfKY52fTcuYAAAAAElFTkSuQmCC'
const hard = `---
title: A hard review & its <deck>
authors: [Ann Bee, Céline Dé]
date: 2025-02-25
status: final
language: en
keywords: [ALS, decks]
---
## Text

Text with **bold *and italic***, CO<sub>2</sub> at x^2^, a [link](https://example.org/a?b=1&c=2) and a [way](#lists); $\\frac{a + b}{2} \\le x_i^2$ holds.

$$\\sum_{i=1}^{n} x_i$$

## Lists

5. Five is **bold**
   - below five
6. Six

## Table

| Name | Number |
| :--- | --: |
${Array.from({length: 60}, (_, index) => `| Row ${index + 1} | ${index * 7} |`).join('\n')}

## Spans

<table><caption>Spanned</caption><thead><tr><th rowspan="2">A</th><th colspan="2">B</th></tr><tr><th>C</th><th>D</th></tr></thead><tbody><tr><td>1</td></tr><tr><td colspan="3">wide</td></tr></tbody></table>

## Pictures

![A square](square.png)

![The square again](square.png)

## Timeline

::figure{trials-timeline}

NCT02623699 and NCT04856982.
`
const talk = `---
title: A talk
date: 2025-02-25
language: en
---
::slide{theme=accent}
No treatment **stops** it.

---
## Two columns

:::column
Hope
:::
:::column
Knowledge
:::

---
> Words worth repeating.
>
> — Who said them

---
::slide{layout=image #night}
## At night

![A square](square.png)

---
::slide{background=midnightblue}
## Blue

Back to [the night](#night).

---
## Many

${Array.from({length: 18}, (_, index) => `${index + 4}. Item ${index + 4}`).join('\n')}
`
const arabic = {
  'content/ar.md': read('test/fixtures/ar.md'),
  'lectern.yaml': 'fonts: ["@expo-google-fonts/vazirmatn"]\n'
}
const files = {
  ...arabic,
  'content/als.md': read('content/als-review.md'),
  'content/fr.md': read('test/fixtures/fr.md'),
  'content/hard.md': hard,
  'content/talk.deck.md': talk,
  'content/square.png': Buffer.from(pixel, 'base64')
}
const names = ['als', 'fr', 'ar', 'hard', 'talk']

type Package = Map<string, {readonly bytes: Uint8Array; readonly tree: Root | undefined}>
let built: Built
const packages = new Map<string, Package>()

beforeAll(async () => {
  built = await buildProject(makeProject(files), {only: ['slides-pptx']})
  for (const name of names) packages.set(name, await opened(`${name}/slides.pptx`, built))
}, 60_000)

describe.each(names)('the presentation of %s', (name) => {
  it('has only parts that are whole, that something leads to, and whose kind is said', () => {
    const parts = of(name)
    const wrong: string[] = []
    const reached = new Set(['[Content_Types].xml'])
    const types = tree(name, '[Content_Types].xml')
    const extensions = named(types, 'Default').map(({attributes}) => attributes.Extension)
    const overrides = named(types, 'Override').map(({attributes}) => String(attributes.PartName))
    for (const path of parts.keys()) {
      const extension = path.slice(path.lastIndexOf('.') + 1)
      if (!overrides.includes(`/${path}`) && !extensions.includes(extension)) wrong.push(`${path}: no type`)
      if (extension !== 'rels') continue
      reached.add(path)
      const folder = posix.dirname(posix.dirname(path))
      const related = named(tree(name, path), 'Relationship').map(({attributes}) => attributes)
      const ids = related.map(({Id}) => Id ?? '')
      if (new Set(ids).size < ids.length) wrong.push(`${path}: an id twice`)
      for (const {Target, TargetMode} of related)
        if (TargetMode !== 'External') {
          const target = posix.join(folder, String(Target))
          reached.add(target)
          if (!parts.has(target)) wrong.push(`${path}: ${target}`)
        }
      const owner = parts.get(posix.join(folder, posix.basename(path, '.rels')))
      const asked = owner ? [...text(owner.bytes).matchAll(/r:(?:id|embed)="(\w+)"/g)] : []
      wrong.push(...asked.flatMap(([, id = '']) => (ids.includes(id) ? [] : [`${path}: ${id}`])))
    }
    wrong.push(...overrides.filter((path) => !parts.has(String(path).slice(1))).map(String))
    wrong.push(...[...parts.keys()].filter((path) => !reached.has(path)))
    expect(wrong).toEqual([])
  })

  it('has properties in the standard’s order, ids of their own, and one title a slide', () => {
    const wrong: string[] = []
    for (const [path, part] of of(name)) {
      if (!part.tree || !/^ppt\/(?:slides|slideLayouts|slideMasters|notesSlides)\/[^/]+$/.test(path)) continue
      for (const [parent, order] of Object.entries(orders))
        for (const node of named(part.tree, parent)) {
          const places = children(node).map((child) =>
            order.indexOf(child.name === 'a:br' || child.name === 'a:fld' ? 'a:r' : child.name)
          )
          const isSorted = places.every((place, index) => place >= (places[index - 1] ?? 0))
          if (!isSorted) wrong.push(`${path}: ${parent}: ${children(node).map((child) => child.name)}`)
        }
      const ids = named(part.tree, 'p:cNvPr').map(({attributes}) => attributes.id)
      if (new Set(ids).size < ids.length) wrong.push(`${path}: ids`)
      if (named(part.tree, 'a:t').some((node) => node.children.length === 0)) wrong.push(`${path}: empty run`)
      if (path.startsWith('ppt/slides/') && titles(part.tree).length !== 1) wrong.push(`${path}: titles`)
    }
    expect(wrong).toEqual([])
  })

  it('has type of no size that programs refuse', () => {
    const sizes = slides(name)
      .flatMap((slide) => named(slide, 'a:rPr'))
      .map(({attributes}) => Number(attributes.sz))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(100)
  })

  it('has tables as wide as their columns, with a cell for each, and pictures and tables that say what they are', () => {
    for (const slide of slides(name)) {
      for (const frame of named(slide, 'p:graphicFrame')) {
        const columns = named(frame, 'a:gridCol').map(({attributes}) => Number(attributes.w))
        expect(Number(named(frame, 'a:ext')[0]?.attributes.cx)).toBe(
          columns.reduce((sum, each) => sum + each, 0)
        )
        for (const row of named(frame, 'a:tr')) expect(named(row, 'a:tc')).toHaveLength(columns.length)
        expect(named(frame, 'p:cNvPr')[0]?.attributes.descr).toBeTruthy()
      }
      for (const picture of named(slide, 'p:pic'))
        expect(named(picture, 'p:cNvPr')[0]?.attributes.descr).toBeTruthy()
    }
  })

  it('keeps every shape that is seen on its slide', () => {
    for (const slide of slides(name))
      for (const place of [...named(slide, 'a:xfrm'), ...named(slide, 'p:xfrm')]) {
        const [off, ext] = children(place).map(({attributes}) => attributes)
        const [x, y, width, height] = [off?.x, off?.y, ext?.cx, ext?.cy].map(Number)
        // The title of a slide without one stands above it.
        if ((y ?? 0) + (height ?? 0) < 0) continue
        expect(Math.min(x ?? Number.NaN, y ?? Number.NaN)).toBeGreaterThanOrEqual(0)
        expect((x ?? 0) + (width ?? 0)).toBeLessThanOrEqual(12_192_010)
        expect((y ?? 0) + (height ?? 0)).toBeLessThanOrEqual(6_858_010)
      }
  })
})

describe('a presentation', () => {
  it('is built with nothing to complain of but what the reviews say', () => {
    expect([...built.built].sort()).toEqual([...names].sort())
  })

  it('has the deck’s text, marks and links as those of an editor', () => {
    const [, , ...rest] = slides('hard')
    const all = slides('hard').map(said).join('\n')
    for (const words of ['bold and italic', 'Five is bold', '(a + b)/2 ≤ xi2', 'A hard review & its <deck>'])
      expect(all).toContain(words)
    const runs = rest.flatMap((slide) => named(slide, 'a:r'))
    const look = (words: string) => {
      const run = runs.find((each) => said(each).includes(words))
      return run ? named(run, 'a:rPr')[0]?.attributes : undefined
    }
    expect(look('and italic')).toMatchObject({b: '1', i: '1', lang: 'en-US'})
    const numbered = slides('hard').flatMap((slide) => named(slide, 'a:buAutoNum'))
    expect(numbered.map(({attributes}) => attributes.startAt)).toEqual(['5', '5'])
    const links = slides('hard').flatMap((slide) => named(slide, 'a:hlinkClick'))
    expect(links.some(({attributes}) => attributes.action === 'ppaction://hlinksldjump')).toBe(true)
    const related = [...of('hard')].flatMap(([path, {bytes}]) =>
      path.endsWith('.rels') ? [text(bytes)] : []
    )
    expect(related.join('')).toMatch(/Target="https:\/\/example\.org\/a\?b=1&amp;c=2" TargetMode="External"/)
  })

  it('repeats a long table’s head, and holds a picture once, and a drawing with what stands in for it', () => {
    const tables = slides('hard').flatMap((slide) => named(slide, 'a:tbl'))
    const long = tables.filter((table) => said(table).includes('Row '))
    expect(long.length).toBeGreaterThan(3)
    for (const table of long) {
      expect(said(table)).toMatch(/^Name/)
      expect(named(table, 'a:tblPr')[0]?.attributes.firstRow).toBe('1')
    }
    expect(long.flatMap((table) => named(table, 'a:tr')).length).toBe(60 + long.length)
    const media = [...of('hard').keys()].filter((path) => path.startsWith('ppt/media/'))
    const same = media.filter(
      (path) => Buffer.from(of('hard').get(path)?.bytes ?? []).toString('base64') === pixel
    )
    expect(same).toHaveLength(1)
    const drawings = slides('hard').flatMap((slide) => named(slide, 'asvg:svgBlip'))
    expect(drawings.length).toBeGreaterThan(0)
    expect(media.filter((path) => path.endsWith('.svg'))).toHaveLength(drawings.length)
  })

  it('has the speaker’s notes, a language for each run, and Arabic from the right', () => {
    const notes = [...of('als')].flatMap(([path, part]) =>
      path.startsWith('ppt/notesSlides/notes') && part.tree ? [said(part.tree)] : []
    )
    expect(notes.join(' ')).toContain('Royan Institute')
    expect(
      slides('fr')
        .flatMap((slide) => named(slide, 'a:rPr'))
        .some(({attributes}) => attributes.lang === 'fr-FR')
    ).toBe(true)
    const paragraphs = slides('ar').flatMap((slide) => named(slide, 'a:pPr'))
    expect(paragraphs.filter(({attributes}) => attributes.rtl === '1').length).toBeGreaterThan(20)
    expect(named(tree('ar', 'ppt/presentation.xml'), 'p:presentation')[0]?.attributes.rtl).toBe('1')
  })

  it('names its layouts, theme and properties by the review', () => {
    const layouts = [...of('fr')].flatMap(([path, part]) =>
      /slideLayout\d+\.xml$/.test(path) && part.tree ? [named(part.tree, 'p:cSld')[0]?.attributes.name] : []
    )
    expect(layouts).toContain('Deux colonnes')
    const theme = text(of('hard').get('ppt/theme/theme1.xml')?.bytes ?? new Uint8Array())
    expect(theme).toContain('<a:accent1><a:srgbClr val="17506B"/></a:accent1>')
    expect(theme).toMatch(/majorFont><a:latin typeface="Source Serif 4"/)
    const core = text(of('hard').get('docProps/core.xml')?.bytes ?? new Uint8Array())
    expect(core).toContain('<dc:creator>Ann Bee; Céline Dé</dc:creator>')
    expect(core).toContain('2025-02-25T00:00:00Z</dcterms:created>')
  })

  it.each([
    {slide: 'No treatment', holds: ['title', '1'], layout: 4, colour: 'accent1', isBare: true},
    {slide: 'Two columns', holds: ['title', 'half 1', 'half 2'], layout: 5},
    {slide: 'Words worth', holds: ['title', '1'], layout: 4, isBare: true},
    {slide: 'At night', holds: ['title'], layout: 6},
    {slide: 'Blue', holds: ['title', '1'], layout: 4, colour: '#191970'},
    {slide: 'Many', holds: ['title', 'half 1', 'half 2'], layout: 5, starts: ['4', '13']}
  ])('sets $slide', ({slide, holds, layout, colour, isBare = false, starts}) => {
    const index = slides('talk').findIndex((each) => said(each).includes(slide))
    const own = slides('talk')[index] ?? {type: 'root', children: []}
    const places = named(own, 'p:ph').map(({attributes: {type, sz, idx}}) => [type, sz, idx])
    expect(places.slice(0, -3).map((each) => each.filter(Boolean).join(' '))).toEqual(holds)
    const related = of('talk').get(`ppt/slides/_rels/slide${index + 1}.xml.rels`)?.bytes
    expect(text(related ?? new Uint8Array())).toContain(`slideLayout${layout}.xml`)
    const [behind] = named(own, 'p:bg').flatMap((each) =>
      named(each, /^#/.test(colour ?? '') ? 'a:srgbClr' : 'a:schemeClr')
    )
    expect(behind?.attributes.val).toBe(colour?.replace('#', ''))
    const [title] = named(own, 'p:sp').filter((each) => titles({type: 'root', children: [each]}).length > 0)
    expect(Number(title && named(title, 'a:off')[0]?.attributes.y) < 0).toBe(isBare)
    if (starts)
      expect(new Set(named(own, 'a:buAutoNum').map(({attributes}) => attributes.startAt))).toEqual(
        new Set(starts)
      )
  })

  it('is the same bytes again, in another folder and another part of the world', async () => {
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    const again = await buildProject(makeProject(files), {reviews: ['hard'], only: ['slides-pptx']})
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    const [first, second] = [built, again].map(({out}) => filesBelow(out).get('hard/slides.pptx'))
    expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true)
  }, 60_000)
})

/** The order of children that ECMA-376 asks for; PowerPoint takes no other. */
const orders: Readonly<Record<string, readonly string[]>> = {
  'a:p': ['a:pPr', 'a:r', 'a:endParaRPr'],
  'a:pPr': [
    'a:lnSpc',
    'a:spcBef',
    'a:spcAft',
    'a:buClr',
    'a:buFontTx',
    'a:buFont',
    'a:buNone',
    'a:buAutoNum',
    'a:buChar'
  ],
  'a:rPr': ['a:ln', 'a:solidFill', 'a:effectLst', 'a:latin', 'a:ea', 'a:cs', 'a:hlinkClick'],
  'a:tc': ['a:txBody', 'a:tcPr'],
  'a:tcPr': ['a:lnL', 'a:lnR', 'a:lnT', 'a:lnB', 'a:solidFill'],
  'p:sp': ['p:nvSpPr', 'p:spPr', 'p:txBody'],
  'p:spPr': ['a:xfrm', 'a:prstGeom', 'a:noFill', 'a:solidFill', 'a:ln'],
  'p:cSld': ['p:bg', 'p:spTree']
}

async function opened(path: string, {out}: Built): Promise<Package> {
  const zip = await JSZip.loadAsync(filesBelow(out).get(path) ?? Buffer.alloc(0))
  const parts: Package = new Map()
  for (const file of Object.values(zip.files)) {
    const bytes = await file.async('uint8array')
    parts.set(file.name, {bytes, tree: /\.(?:xml|rels)$/.test(file.name) ? fromXml(text(bytes)) : undefined})
  }
  return parts
}

function of(name: string): Package {
  return packages.get(name) ?? new Map()
}

function tree(name: string, path: string): Root {
  return of(name).get(path)?.tree ?? {type: 'root', children: []}
}

function slides(name: string): Root[] {
  const paths = [...of(name).keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
  return paths
    .sort((one, other) => Number(one.replace(/\D/g, '')) - Number(other.replace(/\D/g, '')))
    .map((path) => tree(name, path))
}

function titles(slide: Root): Element[] {
  return named(slide, 'p:ph').filter(({attributes}) => /^(?:title|ctrTitle)$/.test(String(attributes.type)))
}

function named(node: Root | Element, name: string): Element[] {
  return children(node).flatMap((child) => [...(child.name === name ? [child] : []), ...named(child, name)])
}

function children(node: Root | Element): Element[] {
  const nodes: readonly (Root | Element)['children'][number][] = node.children
  return nodes.filter((child): child is Element => child.type === 'element')
}

function said(node: Root | Element): string {
  return named(node, 'a:t')
    .map((each) => each.children.map((child) => (child.type === 'text' ? child.value : '')).join(''))
    .join('')
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
