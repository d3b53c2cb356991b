import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Element} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {toString as textOf} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {VFile} from 'vfile'
import {beforeAll, describe, expect, it} from 'vitest'
import {drawFigure} from '../src/figure/draw-figure.js'
import {spanOf} from '../src/figure/span.js'
import {type Drawing, FigureName} from '../src/model/drawing.js'
import type {Study} from '../src/model/study.js'
import {readEvidence} from '../src/read/read-evidence.js'
import {wordsFor} from '../src/words/index.js'
import {openBrowser} from './browser.js'
import {openPdf} from './pdf.js'
import {type Built, buildProject, filesBelow, makeProject, root} from './project.js'

const en = wordsFor('en')
const fr = wordsFor('fr')
const trials = readFileSync(join(root, 'content/evidence/trials.json'), 'utf8')
const held = [...readEvidence({trials: new VFile({path: 't.json', value: trials})}).studies.values()]
const id = /NCT\d{8}/g

describe('a figure', () => {
  it.each(FigureName.options)('%s holds exactly the trials of the evidence, each once', async (name) => {
    const ids = held.map((study) => study.id).sort()
    expect(ids.length).toBe(17)
    for (const words of [en, fr]) {
      const drawing = await drawFigure(name, held, words)
      expect([...drawing.trials].sort()).toEqual(ids)
      expect(shownIn(drawing).sort()).toEqual(ids)
      expect((drawing.alternative.match(id) ?? []).sort()).toEqual(ids)
      expect((labelsOf(drawing).join().match(id) ?? []).sort()).toEqual(ids)
    }
  })

  it.each([
    ['trials-timeline', 0],
    ['trials-timeline', 1],
    ['trials-timeline', 120],
    ['trials-timeline', 1000],
    ['pipeline', 0],
    ['pipeline', 1],
    ['pipeline', 120],
    ['pipeline', 5000]
  ] as const)(
    '%s of %i trials holds them all, in pictures that fit a slide and half a page',
    async (name, count) => {
      const ids = new Set(many(count).map((study) => study.id))
      const drawing = await drawFigure(name, many(count), en)
      expect(shownIn(drawing).length).toBe(count)
      expect(new Set(shownIn(drawing))).toEqual(ids)
      expect(new Set(drawing.trials)).toEqual(ids)
      expect(new Set(labelsOf(drawing).join().match(id) ?? [])).toEqual(ids)
      expect(drawing.panels.filter(({properties}) => Number(properties.height) > 400)).toEqual([])
    }
  )

  it('counts its trials where they are too many to tell', async () => {
    const {alternative} = await drawFigure('trials-timeline', many(120), en)
    expect(alternative).toBe(
      'Timeline of 120 trials, from start to completion: Completed (40); Under way (40); Other, unknown or not reported (40); start not reported (24); completion not reported (18).'
    )
  })

  it.each([
    ['2016-01-20', 2016 + 19 / 31 / 12, 2016 + 20 / 31 / 12],
    ['2015-07', 2015.5, 2015 + 7 / 12],
    ['2021', 2021, 2022],
    ['2021-02-31', 2021 + 1 / 12, 2021 + 2 / 12],
    ['2021-99', 2021, 2022]
  ])('places %s where it may be, and invents no day', (date, from, to) => {
    const span = spanOf({date})
    expect(span.from).toBeCloseTo(from, 9)
    expect(span.to).toBeCloseTo(to, 9)
  })

  it('is as long as the year where only the year is reported', async () => {
    const studies = [
      study(1, {start: {date: '2015', type: 'ACTUAL'}, completion: {date: '2020-05-06', type: 'ACTUAL'}})
    ]
    const {panels} = await drawFigure('trials-timeline', studies, en)
    const [mark] = boxes(panels[0]).filter((box) => box.height < 7 && box.y < 40 && box.x > 180)
    // From 2015 to 2021 on 426 pixels.
    expect(mark?.width).toBeCloseTo(426 / 6 - 1.2, 0)
  })

  it('tells actual, estimated and unstated dates apart by fill and line, not by colour', async () => {
    const looks = []
    for (const type of ['ACTUAL', 'ESTIMATED', undefined]) {
      const date = (day: string) => ({date: day, ...(type ? {type} : {})})
      const one = [study(1, {start: date('2015-01-01'), completion: date('2019-01-01')})]
      const {panels} = await drawFigure('trials-timeline', one, en)
      looks.push(toHtml(panels[0] ?? []).replace(/aria-label="[^"]*"/, ''))
    }
    expect(new Set(looks).size).toBe(3)
    const grey = looks.map((each) => each.replace(/#[0-9a-f]{6}|var\([^)]*\)/g, 'ink'))
    expect(new Set(grey).size).toBe(3)
  })

  it('says of each trial what is not reported', async () => {
    const date = {date: '2015-01-01', type: 'ACTUAL'}
    const studies = [study(1, {start: date}), study(2, {completion: date}), study(3, {})]
    const texts = (await drawFigure('trials-timeline', studies, en)).panels.flatMap(textsOf)
    expect(texts).toContain('completion not reported')
    expect(texts).toContain('start not reported')
    expect(texts).toContain('start and completion not reported')
    const {alternative, panels} = await drawFigure('pipeline', [study(3, {kinds: [], phases: []})], fr)
    expect(alternative).toBe(
      'Répartition de 1 essai par type d’intervention et par phase. NCT00000003 : type non renseigné ; phase non renseigné ; statut non renseigné.'
    )
    expect(panels.flatMap(textsOf)).toContain('Type non renseigné')
  })

  it('sets a trial of several kinds once, in the uppermost row, and names the others', async () => {
    const {panels} = await drawFigure('pipeline', [study(1, {kinds: ['OTHER', 'DRUG', 'BIOLOGICAL']})], en)
    const texts = panels.flatMap(textsOf)
    expect(texts.filter((text) => text === 'NCT00000001').length).toBe(1)
    expect(texts).toContain('Biological')
    expect(texts).toContain('+ drug, other')
  })

  it('has columns for phases nobody foresaw', async () => {
    const {panels, trials: shown} = await drawFigure(
      'pipeline',
      [study(1, {phases: ['PHASE1', 'PHASE3']}), study(2, {phases: ['PHASE3', 'PHASE2']})],
      en
    )
    expect(shown).toEqual(['NCT00000002', 'NCT00000001'])
    expect(panels.flatMap(textsOf)).toContain('Phase 1/3')
  })

  it('speaks French', async () => {
    const timeline = (await drawFigure('trials-timeline', held, fr)).panels.flatMap(textsOf)
    expect(timeline).toEqual(
      expect.arrayContaining(['Essai', 'En cours', 'début et fin non renseignés', 'Prévus'])
    )
    const pipeline = (await drawFigure('pipeline', held, fr)).panels.flatMap(textsOf)
    expect(pipeline).toEqual(
      expect.arrayContaining(['Médicament', 'Produit biologique', 'Phase 3', '+ autre'])
    )
  })

  it('is the same bytes each time, whatever the order of the records', async () => {
    for (const name of FigureName.options) {
      const draw = async (studies: readonly Study[]) =>
        (await drawFigure(name, studies, en)).panels.map((panel) => toHtml(panel)).join()
      const first = await draw(held)
      expect(await draw(held)).toBe(first)
      expect(await draw([...held].reverse())).toBe(first)
    }
  })

  it('is a picture of real text without ids, styles, scripts or references', async () => {
    for (const name of FigureName.options) {
      const {panels} = await drawFigure(name, [...held, study(9, {acronym: '<script>"&\u2028'})], en)
      for (const panel of panels) {
        expect(panel.properties).toMatchObject({
          role: 'img',
          fontFamily: expect.stringContaining('Lectern sans')
        })
        visit(panel, 'element', (node) => {
          expect(['svg', 'g', 'rect', 'path', 'line', 'text']).toContain(node.tagName)
          expect(
            Object.keys(node.properties).filter((key) => /^(id|style|className|href|on)/i.test(key))
          ).toEqual([])
          // 6.5 pt are 8.67 pixels.
          const size = node.properties.fontSize
          if (size !== undefined) expect(Number(size)).toBeGreaterThanOrEqual(8.67)
        })
      }
    }
  })
})

describe('a review with figures', () => {
  const built: Built[] = []
  let files: Map<string, Buffer>
  beforeAll(async () => {
    const project = makeProject({
      'content/evidence/trials.json': JSON.stringify(hostile()),
      'content/en.md': review('en', 'See NCT00000001.'),
      'content/fr.md': review('fr', 'Voir NCT00000001.'),
      'content/named.md': review('en', 'See NCT00000001.').replaceAll('}', ' trials=review}')
    })
    built.push(await buildProject(project, {reviews: ['en'], only: ['web', 'report']}))
    built.push(await buildProject(project, {reviews: ['fr'], only: ['web']}))
    built.push(await buildProject(project, {reviews: ['named'], only: ['web', 'slides-pdf']}))
    files = filesBelow(join(project, 'out'))
  })

  it('is built without a finding', () => {
    expect(built.map((each) => each.built)).toEqual([['en'], ['fr'], ['named']])
    // One acronym is Japanese, and no font for it is named.
    expect(built.flatMap(({findings}) => findings.filter(({rule}) => rule !== 'missing-glyph'))).toEqual([])
  })

  it('has no text that touches another, and nothing outside its pictures', async () => {
    const browser = await openBrowser()
    try {
      for (const name of ['en', 'fr', 'named']) {
        const page = await browser.newPage()
        await page.setViewport({width: 794, height: 1123})
        await page.emulateMediaType('print')
        await page.setContent(String(files.get(`${name}/report.html`)))
        await page.evaluate('document.fonts.ready')
        const found = (await page.evaluate(measure)) as {texts: number; wrong: string[]}
        expect(found.texts).toBeGreaterThan(20)
        expect(found.wrong).toEqual([])
      }
    } finally {
      await browser.close()
    }
  })

  it('has ids that are each its own', () => {
    for (const name of ['en', 'fr']) {
      const html = String(files.get(`${name}/report.html`))
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, each]) => each)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toContain('fig-trials-timeline')
      expect(ids).toContain('fig-pipeline')
    }
  })

  it('prints every trial of the evidence as text, and says in words what its pictures show', async () => {
    const pdf = await openPdf(files.get('en/report.pdf') ?? Buffer.alloc(0))
    const text = pdf.pages.map((page) => page.text).join('\n')
    const ids = hostile().map((each) => each.protocolSection.identificationModule.nctId)
    expect(ids.filter((each) => text.split(each).length < 3)).toEqual([])
    expect(pdf.tags.get('Figure')).toBeGreaterThanOrEqual(2)
    expect(pdf.fonts.filter(({embedded, type}) => !embedded || type === 'Type3')).toEqual([])
  })

  it('draws only the trials that the review names where it asks for those', () => {
    const html = String(files.get('named/report.html'))
    expect(html).toContain('Timeline of the one trial named in this review')
    expect(html).not.toContain('NCT00000002')
  })

  it('shows each picture whole on a slide, with its caption', async () => {
    const pdf = await openPdf(files.get('named/slides.pdf') ?? Buffer.alloc(0))
    const shown = pdf.pages.filter(({text}) => /(?:Timeline|Pipeline) of the one trial/.test(text))
    expect(shown.length).toBe(2)
    for (const {text} of shown) expect(text).toContain('NCT00000001')
  })
})

describe('the directive of figures', () => {
  it.each([
    [
      '::figure{forest}',
      'error',
      'Unexpected figure `forest`, expected `::figure{trials-timeline}` or `::figure{pipeline}`',
      'unknown-figure'
    ],
    [
      '::figure',
      'error',
      'Unexpected figure ``, expected `::figure{trials-timeline}` or `::figure{pipeline}`',
      'unknown-figure'
    ],
    [
      '::figure{pipeline trials=some}',
      'error',
      'Unexpected trials `some` of `::figure{pipeline}`, expected `trials=review` or none',
      'unknown-figure'
    ],
    [
      '::figure{pipeline}\n\n::figure{pipeline}',
      'error',
      'Unexpected second `::figure{pipeline}`, expected each figure once',
      'unknown-directive'
    ],
    [
      '::figure{pipeline trials=review}',
      'warning',
      'Unexpected `::figure{pipeline}` in a review without any trials to draw, expected a trial of the evidence named in it',
      'empty-figure'
    ]
  ])('%s is an %s', async (directive, severity, message, rule) => {
    const project = makeProject({'content/r.md': `---\ntitle: T\nlanguage: en\n---\nText.\n\n${directive}\n`})
    const {findings} = await buildProject(project, {only: ['web']})
    expect(findings).toMatchObject([{severity, message, rule, file: 'content/r.md'}])
  })
})

/** Runs in the page: boxes of text that touch, or stand outside their picture. */
const measure = `(() => {
  const wrong = []
  let texts = 0
  for (const svg of document.querySelectorAll('.drawing svg')) {
    const frame = svg.getBoundingClientRect()
    const all = [...svg.querySelectorAll('text')].map((node) => ({text: node.textContent, box: node.getBoundingClientRect()}))
    texts += all.length
    for (const {text, box} of all)
      if (box.left < frame.left - 0.5 || box.right > frame.right + 0.5 || box.top < frame.top - 0.5 || box.bottom > frame.bottom + 0.5)
        wrong.push('outside: ' + text)
    for (const shape of svg.querySelectorAll('rect, path, line')) {
      const box = shape.getBoundingClientRect()
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1) wrong.push('outside: ' + shape.outerHTML)
    }
    all.forEach((a, index) => all.slice(index + 1).forEach((b) => {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
      // A line’s box is taller than its letters.
      if (across > 0 && down > 3.5) wrong.push(a.text + ' × ' + b.text)
    }))
  }
  return {texts, wrong}
})()`

function review(language: string, text: string): string {
  return `---\ntitle: Trials\nlanguage: ${language}\n---\n${text}\n\n## One\n\nText one.\n\n::figure{trials-timeline}\n\n## Two\n\nText two.\n\n::figure{pipeline}\n`
}

function study(number: number, facts: Partial<Study>): Study {
  return {
    id: `NCT${String(number).padStart(8, '0')}`,
    interventions: [],
    otherNames: [],
    arms: [],
    kinds: ['DRUG'],
    phases: ['PHASE2'],
    collaborators: [],
    publications: [],
    countries: [],
    origin: {file: 't.json', place: {line: 1, column: 1}, kind: 'compiled', sources: []},
    ...facts
  }
}

/** Trials of all sorts: every fifth without a start, every seventh without a completion. */
function many(count: number): Study[] {
  const kinds = [['DRUG'], ['BIOLOGICAL', 'OTHER'], ['DEVICE'], []]
  const phases = [['PHASE1'], ['PHASE2'], ['PHASE2', 'PHASE3'], ['PHASE3'], ['NA'], []]
  const statuses = ['COMPLETED', 'RECRUITING', 'UNKNOWN']
  return Array.from({length: count}, (_, index) => {
    const year = 1998 + (index % 23)
    return study(index + 1, {
      kinds: kinds[index % kinds.length] ?? [],
      phases: phases[index % phases.length] ?? [],
      status: statuses[index % statuses.length] ?? '',
      ...(index % 5 === 0 ? {} : {start: {date: `${year}-03`, type: 'ACTUAL'}}),
      ...(index % 7 === 0 ? {} : {completion: {date: `${year + 4}-11-02`, type: 'ESTIMATED'}})
    })
  })
}

/** Records with what is hardest to draw: no facts, long and foreign names, dates at the edges, all phases and kinds. */
function hostile() {
  const dates = [
    [undefined, undefined],
    ['2001', undefined],
    [undefined, '2001-01'],
    ['2024-12-31', undefined],
    [undefined, '2024-12-31'],
    ['2003-02', '2019'],
    ['2020-05-06', '2004-01-01'],
    ['2010-01-01', '2010-01-02']
  ]
  const names = [
    undefined,
    'W'.repeat(60),
    'Étude contrôlée de l’édaravone chez des patients',
    'αβ-試験の長い名前です',
    'A B  C\n D',
    'MMMMMMMMMM'
  ]
  const phases = [
    ['EARLY_PHASE1'],
    ['PHASE1'],
    ['PHASE1', 'PHASE2'],
    ['PHASE2'],
    ['PHASE2', 'PHASE3'],
    ['PHASE3'],
    ['PHASE4'],
    ['NA'],
    [],
    ['PHASE1', 'PHASE4']
  ]
  const kinds = [
    ['DRUG'],
    ['BIOLOGICAL', 'DRUG', 'DEVICE', 'PROCEDURE'],
    ['SOME_NEW_KIND_OF_TREATMENT_WITH_A_LONG_NAME'],
    []
  ]
  return Array.from({length: 64}, (_, index) => {
    const [start, completion] = dates[index % dates.length] ?? []
    const type = ['ACTUAL', 'ESTIMATED', undefined][index % 3]
    const date = (day: string) => ({date: day, ...(type ? {type} : {})})
    const acronym = names[index % names.length]
    return {
      protocolSection: {
        identificationModule: {
          nctId: `NCT${String(index + 1).padStart(8, '0')}`,
          ...(acronym ? {acronym} : {})
        },
        statusModule: {
          ...(start ? {startDateStruct: date(start)} : {}),
          ...(completion ? {completionDateStruct: date(completion)} : {})
        },
        designModule: {phases: phases[index % phases.length] ?? []},
        armsInterventionsModule: {
          interventions: (kinds[index % kinds.length] ?? []).map((kind) => ({name: 'x', type: kind}))
        }
      }
    }
  })
}

function shownIn({panels}: Drawing): string[] {
  return panels.flatMap(textsOf).filter((text) => /^NCT\d{8}$/.test(text))
}

function labelsOf({panels}: Drawing): string[] {
  return panels.map(({properties}) => String(properties.ariaLabel))
}

function textsOf(panel: Element): string[] {
  const texts: string[] = []
  visit(panel, 'element', (node) => {
    if (node.tagName === 'text') texts.push(textOf(node))
  })
  return texts
}

function boxes(panel: Element | undefined): {x: number; y: number; width: number; height: number}[] {
  const found: {x: number; y: number; width: number; height: number}[] = []
  if (panel)
    visit(panel, 'element', ({tagName, properties: {x, y, width, height}}) => {
      if (tagName === 'rect')
        found.push({x: Number(x), y: Number(y), width: Number(width), height: Number(height)})
    })
  return found
}
