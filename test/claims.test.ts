import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {toClaims} from '../src/claim/to-claims.js'
import type {Claim} from '../src/model/claim.js'
import type {Passage} from '../src/model/passage.js'
import {evidence, findingsIn} from './checked.js'
import {root} from './project.js'
import {worked} from './worked.js'

const statementRules =
  /^(?:trial-(?:acronym|date|enrolment|intervention|phase|sponsor|status|without-id)|changed-since|unmentioned-results)$/

describe('what the ALS review says of its trials', () => {
  it('is found wrong where it is, at the words', async () => {
    const findings = await findingsIn(readFileSync(join(root, 'content/als-review.md'), 'utf8'))
    expect(
      findings
        .filter(({rule}) => statementRules.test(rule))
        .map(({place, severity, rule, message}) => {
          const [, words, trial] = /“(.*?)” of `(NCT\d{8})`/.exec(message) ?? []
          return [`${place.line}:${place.column}`, severity, rule, ...(words ? [words, trial] : [])].join(' ')
        })
    ).toEqual([
      '21:210 warning trial-status ongoing NCT02623699',
      '23:210 warning trial-without-id',
      '32:81 note trial-status Ongoing NCT02881476',
      '32:81 warning trial-status Ongoing NCT03280056',
      '32:89 warning trial-phase phase III NCT02881476',
      '32:120 warning trial-acronym ALSUMMIT NCT02881476',
      '32:268 note unmentioned-results',
      '67:5 warning trial-intervention Lenzumestrocel NCT02881476'
    ])
  })

  it('names the likely trial beside a wrong id', async () => {
    const findings = await findingsIn('The “ALSUMMIT” study NCT02881476 tests lenzumestrocel.')
    expect(findings.map(({message}) => message.split('; ').at(-1))).toEqual(
      expect.arrayContaining(['ALSUMMIT is `NCT04745299`', 'lenzumestrocel is studied in `NCT04745299`'])
    )
  })
})

describe('trials', () => {
  it.each([
    ['post-CENTAUR and CENTAUR-like designs', []],
    ['Patients in Phoenix, Arizona', []],
    ['the Phoenix trial', ['NCT05021536']],
    ['PHOENIX', ['NCT05021536']],
    ['CENTAUR-OLE', ['NCT03488524']],
    ['VALOR (Part C)', ['NCT02623699']],
    ['ENDURANCE', ['NCT06973629']],
    ['nct03280056 and XNCT03280056', ['NCT03280056']]
  ])('of %s are %j', (text, expected) => {
    expect(toClaims([passage(text)], evidence, 'en').namings.map(({trial}) => trial)).toEqual(expected)
  })

  it('are named by a link that leads to one', () => {
    const {claims} = toClaims(
      [
        {
          ...passage('The phase 1 trial showed little.'),
          links: [{from: 4, to: 17, href: 'https://clinicaltrials.gov/study/NCT02623699?tab=results'}]
        }
      ],
      evidence,
      'en'
    )
    expect(claims.map(shortly)).toEqual(['phase NCT02623699 phase 1'])
  })
})

describe('claims', () => {
  it.each([
    ['fr-CA', 'CENTAUR est un essai de phase III.', ['phase NCT03127514 phase III']],
    ['de', 'CENTAUR was a phase 3 trial.', ['phase NCT03127514 phase 3']],
    ['en', 'CENTAUR is a Polish study. This study is recruiting.', ['status NCT03127514 recruiting']],
    ['en', 'The review cites CENTAUR. It is ongoing.', []]
  ])('in %s of %s', (language, text, expected) => {
    expect(toClaims([passage(text)], evidence, language).claims.map(shortly)).toEqual(expected)
  })

  const units = [
    ['en', 'CENTAUR (phase 3, '],
    ['en', 'was in the phase 3, CENTAUR, 2019 in '],
    ['en', '('],
    ['fr', 'essai de phase III de '],
    ['fr', '“']
  ] as const
  it.each(units)('in %s are read from 100 kB of %j in time that grows with its length', (language, unit) => {
    const read = (length: number) => {
      const text = `CENTAUR ${unit.repeat(length / unit.length)}`
      const start = worked()
      toClaims([passage(text)], evidence, language)
      return worked() - start
    }
    read(5000)
    expect(read(100_000)).toBeLessThan(Math.max(16 * read(25_000), 1000))
  })
})

function passage(text: string): Passage {
  return {
    kind: 'paragraph',
    text,
    at: (offset) => ({line: 1, column: offset + 1}),
    links: [],
    cells: [],
    leads: [],
    section: '',
    inReferences: false
  }
}

function shortly({about, trial, passage: {text}, from, to}: Claim): string {
  return `${about} ${trial} ${text.slice(from, to)}`
}
