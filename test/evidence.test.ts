import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {findingsOf} from '../src/app/findings.js'
import {formatFinding} from '../src/app/format-finding.js'
import {StudyRecord} from '../src/model/study.js'
import {readEvidence} from '../src/read/read-evidence.js'
import {createFill} from '../src/template/fill.js'
import {wordsFor} from '../src/words/index.js'
import {root} from './project.js'

const trials = (value: string) => new VFile({path: 'trials.json', value})

describe('the evidence', () => {
  it('is sound: every record has a source and a date, or says that it has none', () => {
    const value = readFileSync(join(root, 'content/evidence/trials.json'), 'utf8')
    const records = StudyRecord.array().parse(JSON.parse(value))
    expect(records).toHaveLength(17)
    expect(
      records.filter(({provenance}) => provenance?.origin !== 'compiled' || provenance.sources.length === 0)
    ).toEqual([])
    const file = trials(value)
    const {studies} = readEvidence({trials: file})
    expect([...studies.values()].filter(({origin}) => origin.place.line < 2)).toEqual([])
    expect(file.messages).toEqual([])
  })

  it('takes from a record what it says, and nothing else', () => {
    const {studies} = readEvidence({
      trials: trials('[\n  {"protocolSection": {"identificationModule": {"nctId": "NCT00000001"}}}\n]')
    })
    expect(studies.get('NCT00000001')).toEqual({
      id: 'NCT00000001',
      interventions: [],
      otherNames: [],
      arms: [],
      kinds: [],
      phases: [],
      collaborators: [],
      publications: [],
      countries: [],
      origin: {file: 'trials.json', place: {line: 2, column: 3}, kind: 'compiled', sources: []}
    })
  })

  it.each([
    [
      '[\n  {"protocolSection": }\n]',
      ['trials.json:2:23  error  Unexpected sign, expected a JSON list of records  malformed-evidence']
    ],
    [
      '{}',
      ['trials.json:1:1  error  Unexpected object, expected a JSON list of records  malformed-evidence']
    ],
    ['', ['trials.json:1:1  error  Unexpected sign, expected a JSON list of records  malformed-evidence']],
    [
      '[\n{"protocolSection": {"identificationModule":\n{"nctId": "NCT1"}}}\n]',
      [/^trials\.json:3:11 {2}error {2}Unexpected value at `protocolSection\.identificationModule\.nctId`/]
    ]
  ])('says what is wrong with %j, and where', (value, expected) => {
    const file = trials(value)
    readEvidence({trials: file})
    const found = findingsOf(file).map(formatFinding)
    expect(found).toHaveLength(expected.length)
    for (const [index, each] of expected.entries()) expect(found[index]).toMatch(each)
  })

  it('names authors once, however the record says that there are more', () => {
    const fill = createFill(new Map([['table/a', '{{work-authors this}}']]), wordsFor('en'))
    const author = [{family: 'Miller', given: 'Timothy M.'}, {literal: 'et al.'}]
    const text = (item: object) =>
      fill('table/a', item)
        .children.map((node) => node.type === 'text' && node.value)
        .join('')
    expect(text({author, custom: {authorsComplete: false}})).toBe('Miller TM, et al.')
    expect(text({author: author.slice(0, 1), custom: {authorsComplete: true}})).toBe('Miller TM')
    expect(text({author: Array.from({length: 9}, (_, index) => ({family: `A${index}`}))})).toBe(
      'A0, A1, A2, et al.'
    )
    expect(text({author: [{literal: 'Miller et al.'}], custom: {authorsComplete: false}})).toBe(
      'Miller, et al.'
    )
    expect(text({author: [{family: 'Shaw', given: 'PJ'}]})).toBe('Shaw PJ')
    expect(text({})).toBe('not reported')
  })

  it('reads the sound records beside one that is not', () => {
    const record = (id: string) => `{"protocolSection": {"identificationModule": {"nctId": "${id}"}}}`
    const file = trials(
      `[${record('NCT00000001')}, ${record('x')}, ${record('NCT00000002')}, ${record('NCT00000001')}]`
    )
    expect([...readEvidence({trials: file}).studies.keys()]).toEqual(['NCT00000001', 'NCT00000002'])
    expect(findingsOf(file).map(({rule}) => rule)).toEqual(['malformed-evidence', 'duplicate-record'])
  })
})
