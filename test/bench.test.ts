import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {cases, chosen} from './bench/cases.js'
import {collection, type Files, manyTrials, reviewTimes, smallReviews} from './bench/inputs.js'
import {measure} from './bench/measure.js'
import {readOptions} from './bench/options.js'
import {readSource} from './bench/project.js'
import {quantile, ratios, spread} from './bench/statistics.js'
import {claimsTable, costsTable, type Measured} from './bench/table.js'
import {between} from './bench/write.js'
import {root} from './project.js'

const source = readSource()

describe('the review many times over', () => {
  it('is the review itself, once', () => {
    const files = reviewTimes(source, 1)
    const squeezed = (text = '') => text.replace(/\s+/g, ' ').trim()
    for (const path of files.keys())
      expect(squeezed(files.get(path)), path).toBe(squeezed(readFileSync(join(root, path), 'utf8')))
  })

  it('has headings of its own in each part, and one title', () => {
    const text = textOf(reviewTimes(source, 10))
    const headings = text.match(/^#+ .*/gm) ?? []
    expect(headings.filter((heading) => /^# /.test(heading))).toEqual(['# Amyotrophic Lateral Sclerosis'])
    expect(new Set(headings).size).toBe(headings.length)
    expect(headings.length).toBe(10 * 9 + 1)
    expect(headings.at(-1)).toBe('## Selected References')
  })

  it('has trials and works of its own in each part, all of them held', () => {
    const files = reviewTimes(source, 10)
    const named = new Set(textOf(files).match(/NCT\d{8}/g))
    const held = trialsOf(files)
    expect(held).toHaveLength(17 * 10)
    expect(new Set(held).size).toBe(held.length)
    expect(named.size).toBe(4 * 10)
    expect([...named].filter((id) => !held.includes(id))).toEqual([])
    const works = JSON.parse(files.get('content/evidence/references.json') ?? '') as {
      id: string
      DOI?: string
    }[]
    expect(new Set(works.map(({id}) => id)).size).toBe(16 * 10)
    expect(new Set(works.flatMap(({DOI}) => DOI ?? [])).size).toBe(15 * 10)
  })
})

describe('other inputs', () => {
  it('are small reviews, half of them French, each with a title of its own', () => {
    const files = smallReviews(source, 100)
    const texts = [...files].filter(([path]) => path.endsWith('.md'))
    expect(texts).toHaveLength(100)
    expect(texts.filter(([path]) => path.startsWith('content/fr/'))).toHaveLength(50)
    expect(new Set(texts.map(([, text]) => /^# .*/m.exec(text)?.[0])).size).toBe(100)
  })

  it('are 5,000 trials, each with a record, named by one review', () => {
    const files = manyTrials(source, 5000)
    const named = new Set(textOf(files).match(/NCT\d{8}/g))
    const held = new Set(trialsOf(files))
    expect(named.size).toBe(5000)
    expect([...named].filter((id) => !held.has(id))).toEqual([])
  })

  it('are a collection of many sizes in two languages', () => {
    const files = collection(source, 12)
    const sizes = [...files].filter(([path]) => path.endsWith('.md')).map(([, text]) => text.length)
    expect(new Set(sizes).size).toBeGreaterThan(6)
    expect([...files.keys()].filter((path) => path.startsWith('content/en/'))).toHaveLength(6)
  })
})

describe('the figures', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 2, 3], 0.5, 2.5],
    [[1, 2, 3, 4, 5], 0.25, 2],
    [[1, 2], 0.75, 1.75],
    [[7], 0.25, 7]
  ])('of %j has at %d the value %d', (values, share, value) => expect(quantile(values, share)).toBe(value))

  it('are ratios of the same round', () => {
    expect(ratios([2, 9, 4], [1, 3, 4])).toEqual([2, 3, 1])
    expect(spread(ratios([2, 9, 4], [1, 3, 4]))).toEqual({median: 2, low: 1.5, high: 2.5})
  })

  it('stand in tables, with what was not measured and why', () => {
    const of = measured('`a|b`', [2, 2.2, 2.4])
    const to = measured('bare', [1, 1, 2])
    expect(
      claimsTable([
        {name: 'A', beside: 'bare', of, to, target: 1.8},
        {name: 'B', beside: 'other', reason: 'no npm', target: 0.5},
        {name: 'C', beside: 'bare', of: to, to: of, target: 1}
      ]).split('\n')
    ).toEqual([
      '|  | beside | ratio | middle half | of processor time | target |  |',
      '| --- | --: | --: | --: | --: | --: | --: |',
      '| A | bare | 2.00 | 1.60–2.10 | 2.00 | ≤ 1.8 | missed |',
      '| B | other | not measured |  |  | ≤ 0.5 | no npm |',
      '| C | bare | 0.50 | 0.48–0.67 | 0.50 | ≤ 1 | met |'
    ])
    expect(costsTable([of]).split('\n').at(-1)).toBe(
      '| `a\\|b` | 2.20 s | 2.10–2.30 | 4.40 s | 3 MiB | 2 MiB | 1 | 5 | 1.50 |'
    )
  })

  it('are put between the marks of a page, and again', () => {
    const page = 'Before\n<!-- bench -->\n<!-- /bench -->\nAfter\n'
    const once = between(page, 'one')
    expect(once).toBe('Before\n<!-- bench -->\none\n<!-- /bench -->\nAfter\n')
    expect(between(between(page, 'two'), 'one')).toBe(once)
    expect(() => between('none', 'one')).toThrow('expected both marks')
  })
})

describe('a measured process', () => {
  it('counts the processor time and memory of what it starts, waited for or killed', async () => {
    const busy = (hold: number) =>
      `const kept = Buffer.alloc(${hold}e6, 1); for (const end = performance.now() + 300; performance.now() < end;) kept[0]++; setTimeout(() => {}, 60_000)`
    const parent = `
      const {spawn} = require('node:child_process')
      const child = spawn(process.execPath, ['-e', ${JSON.stringify(busy(60))}])
      setTimeout(() => { child.kill('SIGKILL'); child.once('exit', () => process.exit()) }, 900)`
    const step = {file: process.execPath, args: ['-e', parent], folder: root}
    const {wall, processor, memory, browsers} = await measure([step], process.env.TMPDIR ?? '/tmp', true)
    expect(wall).toBeGreaterThan(0.9)
    expect(processor).toBeGreaterThan(0.1)
    expect(memory.all).toBeGreaterThan(80e6)
    expect(memory.own).toBeLessThan(memory.all)
    expect(browsers).toBe(0)
  })

  it('that fails says so', async () => {
    const step = {file: process.execPath, args: ['-e', 'throw new Error("gone")'], folder: root}
    await expect(measure([step], process.env.TMPDIR ?? '/tmp')).rejects.toThrow('gone')
  })
})

describe('the choice of cases', () => {
  it('is all but the extra ones, those named, or the quick ones', () => {
    expect(chosen(readOptions([])).map(({name}) => name)).not.toContain('collection')
    expect(chosen(readOptions(['--only', 'help,collection'])).map(({name}) => name)).toEqual([
      'help',
      'collection'
    ])
    expect(chosen(readOptions(['--quick'])).length).toBeLessThan(cases.length - 3)
    expect(() => chosen(readOptions(['--only', 'nothing']))).toThrow('expected some of all, report-1')
  })
})

function textOf(files: Files): string {
  return [...files].find(([path]) => path.endsWith('.md'))?.[1] ?? ''
}

function trialsOf(files: Files): string[] {
  const records = JSON.parse(files.get('content/evidence/trials.json') ?? '') as {
    protocolSection: {identificationModule: {nctId: string}}
  }[]
  return records.map(({protocolSection}) => protocolSection.identificationModule.nctId)
}

function measured(name: string, walls: readonly number[]): Measured {
  return {
    name,
    runs: walls.map((wall) => ({wall, processor: wall * 2, browsers: 1})),
    memory: {all: 3 * 2 ** 20, own: 2 * 2 ** 20},
    made: {pages: 5, bytes: 1.5e6}
  }
}
