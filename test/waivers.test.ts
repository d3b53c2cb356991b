import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {findingsOf} from '../src/app/findings.js'
import {findingsIn} from './checked.js'
import {read} from './markdown.js'
import {buildProject, makeProject} from './project.js'
import {worked} from './worked.js'

const waive = (reason: string, rule = 'unknown-trial') => `<!-- lectern-waive ${rule}: ${reason} -->`
const [one, two, three, four] = ['NCT00000001', 'NCT00000002', 'NCT00000003', 'NCT00000004']

/** Each trial that is found, with the reason it is waived for; other findings by their rule. */
async function reasons(text: string): Promise<string[]> {
  const findings = await findingsIn(text)
  return findings.map(({rule, message, waived = '-'}) =>
    rule === 'unknown-trial' ? `${/\d`/.exec(message)?.[0][0]} ${waived}` : rule
  )
}

describe('a waiver covers', () => {
  it.each([
    ['its paragraph', `${one} a. ${waive('why')}\n\n${two}\n`, ['1 why', '2 -']],
    ['its paragraph, from a line below it', `${one}\n${waive('why')}\n\n${two}\n`, ['1 why', '2 -']],
    [
      'its paragraph, from a line in it',
      `${one}\n${waive('why')}\nand ${two}\n\n${three}\n`,
      ['1 why', '2 why', '3 -']
    ],
    ['its heading', `## ${one} ${waive('why')}\n\n${two}\n`, ['1 why', '2 -']],
    [
      'the own words of its item',
      `• ${one} ${waive('why')}\n– ${two}\n• ${three}\n`,
      ['1 why', '2 -', '3 -']
    ],
    ['its item of dashes', `- ${one} ${waive('why')}\n  - ${two}\n- ${three}\n`, ['1 why', '2 -', '3 -']],
    [
      'the next item, from a line between',
      `• ${one}\n${waive('why')}\n• ${two}\n• ${three}\n`,
      ['1 -', '2 why', '3 -']
    ],
    [
      'the next nested items, whole',
      `• ${one}\n${waive('why')}\n– ${two}\n– ${three}\n• ${four}\n`,
      ['1 -', '2 why', '3 why', '4 -']
    ],
    [
      'the last item, from a line below it',
      `• ${one}\n• ${two}\n${waive('why')}\n\n${three}\n`,
      ['1 -', '2 why', '3 -']
    ],
    [
      'its row, with a bar in the reason',
      `| a | b |\n|---|---|\n| x ${waive('this \\| that')} | ${one} |\n`,
      ['1 this | that']
    ],
    ['its row', `| a | b |\n|---|---|\n| x ${waive('why')} | ${one} |\n| y | ${two} |\n`, ['1 why', '2 -']],
    [
      'the next row, from a line between',
      `| a |\n|---|\n| ${one} |\n${waive('why')}\n| ${two} |\n| ${three} |\n`,
      ['1 -', '2 why', '3 -']
    ],
    [
      'the next list, whole',
      `${waive('why')}\n\n- ${one}\n- ${two}\n\n${three}\n`,
      ['1 why', '2 why', '3 -']
    ],
    [
      'a list that another parts, whole',
      `${waive('why')}\n\n- ${one}\n\n${waive('not', 'broken-link')}\n\n- [a](#b) ${two}\n\n${three}\n`,
      ['1 why', 'broken-link', '2 why', '3 -']
    ],
    ['the next table, whole', `${waive('why')}\n\n| a |\n|---|\n| ${one} |\n\n${two}\n`, ['1 why', '2 -']],
    [
      'the next box, whole',
      `${waive('why')}\n\n:::box\n${one}\n\n- ${two}\n:::\n\n${three}\n`,
      ['1 why', '2 why', '3 -']
    ],
    [
      'the section that the next heading heads',
      `## A\n\n${one}\n\n${waive('why')}\n\n## B\n\n${two}\n\n### C\n\n${three}\n\n## D\n\n${four}\n`,
      ['1 -', '2 why', '3 why', '4 -']
    ],
    [
      'what several of its kind cover, each its rule',
      `${waive('why')}\n${waive('not', 'broken-link')}\n\n${one} [a](#b)\n`,
      ['1 why', 'broken-link']
    ],
    ['a quote', `> ${one}\n> ${waive('why\n> so')}\n`, ['1 why so']],
    [
      'the innermost of two',
      `${waive('outer')}\n\n## A\n\n${one} ${waive('inner')}\n\n${two}\n`,
      ['1 inner', '2 outer']
    ]
  ])('%s', async (_, text, expected) => {
    expect(await reasons(`# T\n\n${text}`)).toEqual(expected)
  })

  it.each([
    ['at its top', `${waive('why\nof all')}\n\n# T\n\n${one}\n\n## B\n\n${two}\n`],
    [
      'below its front matter',
      `---\ntitle: T\n---\n${waive('why of all')}\n# T\n\n${one}\n\n## B\n\n${two}\n`
    ]
  ])('the whole review, %s', async (_, text) => {
    expect(await reasons(text)).toEqual(['1 why of all', '2 why of all'])
  })

  it('nothing from code, and ends where its comment ends', async () => {
    expect(await reasons(`# T\n\n\`\`\`\n${waive('no')}\n\`\`\`\n\n${one} \`${waive('no')}\`\n`)).toEqual([
      '1 -'
    ])
    expect(await reasons(`# T\n\n${one} ${waive('a -- b -> c')} --> d\n`)).toEqual(['1 a -- b -> c'])
  })
})

it.each([
  ['bullets', (mark: string) => `• a\n${mark}• b\n– c\n${mark}– d\n${mark}• e\n`],
  ['dashes', (mark: string) => `- a\n${mark}- b\n\nText\n`],
  ['numbers', (mark: string) => `1. a\n${mark}2. b\n${mark}3. c\n`],
  ['rows', (mark: string) => `| a |\n|---|\n${mark}| b |\n${mark}| c |\n`],
  ['lines of a paragraph', (mark: string) => `One,\n${mark}two,\nthree.\n`],
  ['a loose list', (mark: string) => `- a\n\n${mark && `${mark}\n`}- b\n`],
  ['headings', (mark: string) => `# A\n${mark}## B\n${mark}\n${mark}text\n`]
])('a waiver’s line between %s changes nothing of the page', async (_, text) => {
  const mark = `${waive('x', 'broken-link')}\n`
  const normal = (html: string) => html.replace(/\s+/g, ' ').replace(/ (?=<)/g, '')
  const plain = await read(text(''))
  const marked = await read(text(mark))
  expect(normal(marked.html)).toBe(normal(plain.html))
})

it('a waiver at the end of a line leaves no word of itself', async () => {
  const text = `# T ${waive('x')}\n\n**Bold** ${waive('x')}\n\n• a ${waive('x')}\n\n| a ${waive('x')} |\n|---|\n| b ${waive('x')} |\n\n[^1] x\n\n[^1]: note ${waive('x')}\n`
  const {html, document} = await read(text)
  expect(html).not.toMatch(/lectern|waive|<!--/)
  expect(JSON.stringify(document)).not.toContain('lectern-waive')
  expect(document.title).toBe('T')
})

it.each([
  [
    'gives no reason',
    '<!-- lectern-waive unknown-trial -->',
    /^Unexpected waiver of `unknown-trial` without a reason/
  ],
  ['gives an empty reason', '<!-- lectern-waive unknown-trial: -->', /without a reason/],
  ['names no rule', '<!-- lectern-waive -->', /without the id of a rule/],
  [
    'names a rule that is none',
    waive('x', 'unknwon-trial'),
    /^Unexpected waiver of `unknwon-trial`, expected `unknown-trial`$/
  ],
  ['is of an error', waive('x', 'missing-image'), /^Unexpected waiver of `missing-image`, which is an error/],
  ['is of a waiver', waive('x', 'unused-waiver'), /expected the waiver it is about mended$/],
  [
    'is misspelt',
    '<!-- lectern-waiver unknown-trial: x -->',
    /^Unexpected `lectern-waiver`, expected `<!-- lectern-waive rule-id/
  ],
  [
    'is parted by a cell',
    `| ${one} <!-- lectern-waive unknown-trial: a | b --> |`,
    /^Unexpected `\|` in a waiver/
  ]
])('a waiver that %s is told at its place, and waives nothing', async (_, comment, message) => {
  const row = comment.startsWith('|')
  const findings = await findingsIn(
    `# T\n\n${row ? `| a | b |\n|---|---|\n${comment}` : `${one} ${comment}`}\n`
  )
  const [malformed] = findings.filter(({rule}) => rule === 'malformed-waiver')
  expect(malformed).toMatchObject({severity: 'warning', place: {line: row ? 5 : 3, column: row ? 3 : 13}})
  expect(malformed?.message).toMatch(message)
  expect(findings.find(({rule}) => rule === 'unknown-trial')?.waived).toBeUndefined()
})

it('a waiver that covers nothing is a note, unless only printing can tell', async () => {
  const text = `# T\n\nA. ${waive('x')}\n\nB. ${waive('x', 'wide-table')}\n\nC.\n\n${waive('x', 'broken-link')}\n`
  const findings = await findingsIn(text)
  expect(findings.map(({rule, severity, place}) => [rule, severity, place.line])).toEqual([
    ['unused-waiver', 'note', 3],
    ['unused-waiver', 'note', 9]
  ])
})

it('thousands of waivers and findings take no time', async () => {
  const lines = Array.from(
    {length: 2050},
    (_, index) => `- ${waive(String(index), 'broken-link')} [a](#b${index})`
  )
  const start = worked()
  const findings = await findingsIn(`# T\n\n${lines.join('\n')}\n\n${'<!-- lectern-waive '.repeat(3_000)}\n`)
  expect(worked() - start).toBeLessThan(40_000)
  expect(findings.some(({message}) => message.includes('beyond 2000'))).toBe(true)
})

it('waivers cover what is included, and stand in it', async () => {
  const project = makeProject({
    'content/a.md': `---\nlanguage: en\ntitle: A\n---\n${one}\n\n${waive('section')}\n\n## S\n\n::include{src=_part.md}\n\n::table{src=d.csv} \n\n## Z\n\n::include{src=_own.md}\n`,
    'content/_part.md': `Part ${two}\n\n![](x.svg)\n`,
    'content/x.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>',
    'content/_own.md': `${waive('own')}\n\nOwn ${three}\n\n${four}\n`,
    'content/d.csv': 'a,b\n1,2\n'
  })
  const {check} = await import('../src/app/check/check.js')
  const {findings} = await check({project, reviews: []})
  expect(findings.map(({file, place, rule, waived}) => [file, place.line, rule, waived])).toEqual([
    ['content/a.md', 5, 'unknown-trial', undefined],
    ['content/_part.md', 1, 'unknown-trial', 'section'],
    ['content/_part.md', 3, 'missing-alternative', undefined],
    ['content/_own.md', 3, 'unknown-trial', 'own'],
    ['content/_own.md', 5, 'unknown-trial', 'own']
  ])
})

it('a waiver covers what is found in the data that a directive asks for', async () => {
  const text = (comment: string) => `# T\n\n${comment}\n\n::table{src=d.csv}\n`
  const project = makeProject({
    'content/a.md': `---\nlanguage: en\n---\n${text(waive('known', 'uneven-row'))}`,
    'content/d.csv': 'a,b\n1\n'
  })
  const {check} = await import('../src/app/check/check.js')
  const {findings} = await check({project, reviews: []})
  expect(findings.map(({file, rule, waived}) => [file, rule, waived])).toEqual([
    ['content/d.csv', 'uneven-row', 'known']
  ])
})

it('a final review is built when each warning is mended or waived, and refused with the way out otherwise', async () => {
  const text = `---\nlanguage: en\ntitle: A\nstatus: final\n---\n# A\n\n${one} a. WAIVER\n`
  const project = makeProject({
    'content/a.md': text.replace('WAIVER', waive('checked')),
    'content/b.md': text.replace('WAIVER', '')
  })
  const reasonsOf: string[] = []
  const {built, failed, findings} = await buildProject(project, {
    only: ['web'],
    tell: {
      finding: () => undefined,
      say: () => undefined,
      failed: (review, reason) => reasonsOf.push(`${review}: ${reason}`),
      built: () => undefined
    }
  })
  expect([built, failed, findings]).toEqual([['a'], ['b'], []])
  expect(reasonsOf).toEqual([
    'b: a warning in a final review: mend it, or waive it where it stands with `<!-- lectern-waive rule-id: reason -->`'
  ])
})

it('an error of a rule that mostly warns is not waived', () => {
  const file = new VFile({path: 'content/a.md', value: 'a'})
  const place = {line: 1, column: 1}
  file.data.waivers = [{rule: 'wide-table', reason: 'x', place, covers: 'all'}]
  file.message('Unexpected width', {place, source: 'fit', ruleId: 'wide-table'})
  file.message('Unexpected more width', {place, source: 'fit', ruleId: 'wide-table'}).fatal = true
  expect(findingsOf(file).map(({severity, waived}) => [severity, waived])).toEqual([
    ['warning', 'x'],
    ['error', undefined]
  ])
})
