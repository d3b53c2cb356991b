import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, expect, it} from 'vitest'
import {check} from '../src/app/check/check.js'
import {alsFindings} from './als-findings.js'
import {openPdf} from './pdf.js'
import {type Built, buildProject, makeProject, root} from './project.js'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const final = (text: string) => text.replace(/^status: \w+$/m, 'status: final')
const review = final(read('content/als-review.md'))

/** The rules that warn, by the line where they do. */
const warnings = new Map<number, string[]>()
for (const [at, rule, severity] of alsFindings) {
  const line = Number(at.split(':')[0])
  if (severity === 'warning') warnings.set(line, [...(warnings.get(line) ?? []), rule])
}
const rules = [...new Set([...warnings.values()].flat())]
const reasonOf = (rule: string) => `kept, whatever ${rule.replaceAll('-', ' ')} says`
const waive = (rule: string) => `<!-- lectern-waive ${rule}: ${reasonOf(rule)} -->`

/** The review with something done to each line that a warning is of. */
function withWaivers(place: (line: string, waivers: string[]) => string): string {
  return review
    .split('\n')
    .map((line, index) => place(line, (warnings.get(index + 1) ?? []).map(waive)))
    .join('\n')
}

const corrected = {
  'content/mended.md': read('test/fixtures/als-corrected.md'),
  'content/mended-cited.md': read('test/fixtures/als-corrected-cited.md')
}

let built: Built
const refusals: string[] = []
beforeAll(async () => {
  const project = makeProject({
    'content/open.md': review,
    'content/waived.md': withWaivers((line, waivers) => [line.trimEnd(), ...waivers].join(' ')),
    'content/mended.md': final(corrected['content/mended.md']),
    'content/mended-cited.md': final(corrected['content/mended-cited.md'])
  })
  built = await buildProject(project, {
    only: ['report'],
    tell: {
      finding: () => undefined,
      say: () => undefined,
      failed: (name, reason) => refusals.push(`${name}: ${reason}`),
      built: () => undefined
    }
  })
})

it('as a final, the ALS review is built only when each warning is mended or waived', () => {
  expect(built.built.toSorted()).toEqual(['mended', 'mended-cited', 'waived'])
  expect(refusals).toEqual([
    'open: 10 warnings in a final review: mend each, or waive it where it stands with `<!-- lectern-waive rule-id: reason -->`'
  ])
})

it('its audit tells each waiver with its reason; mended, it has none', async () => {
  const audit = await auditOf('waived')
  for (const [line, those] of warnings)
    for (const rule of those) {
      expect(audit).toContain(`content/waived.md:${line}`)
      expect(audit).toContain(reasonOf(rule))
    }
  expect([await auditOf('mended'), await auditOf('mended-cited')]).toEqual(['', ''])
})

it('waivers may stand on the lines above, or all before the title', async () => {
  const project = makeProject({
    'content/above.md': withWaivers((line, waivers) => [...waivers, line].join('\n')),
    'content/top.md': review.replace('\n# ', `\n${rules.map(waive).join('\n')}\n\n# `)
  })
  const {reviews} = await check({project, reviews: []})
  expect(reviews.map(({name, refused}) => [name, refused])).toEqual([
    ['above', undefined],
    ['top', undefined]
  ])
})

it.each(['draft', 'final'])('corrected, nothing is found in a %s', async (status) => {
  const texts = Object.entries(corrected).map(([file, text]) => [
    file,
    text.replace(/^status: \w+$/m, `status: ${status}`)
  ])
  const {findings} = await check({project: makeProject(Object.fromEntries(texts)), reviews: []})
  expect(findings).toEqual([])
})

it.each([
  ['ends in CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['begins with a byte-order mark', (text: string) => `\uFEFF${text}`]
])('finds the same at the same places where the file %s', async (_, change) => {
  const text = read('content/als-review.md')
  const project = makeProject({'content/a b/als.md': change(text)})
  const {findings} = await check({project, reviews: []})
  expect(findings.map(({place, rule}) => `${place.line}:${place.column} ${rule}`).sort()).toEqual(
    alsFindings.map(([at, rule]) => `${at} ${rule}`).sort()
  )
})

/** What a report’s audit says; empty where it has none. */
async function auditOf(name: string): Promise<string> {
  const {bookmarked, pages} = await openPdf(readFileSync(join(built.out, name, 'report.pdf')))
  const first = bookmarked.get('Audit')
  if (first === undefined) return ''
  const told = pages.slice(first - 1).map(({text}) => text)
  return told.join('\n').replace(/\s+/g, ' ')
}
