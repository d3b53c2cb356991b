import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {findingsOf} from '../src/app/findings.js'
import {formatFinding} from '../src/app/format-finding.js'
import {readEvidence} from '../src/read/read-evidence.js'

const digest = `sha256-${'0'.repeat(64)}`
const fetched = {
  origin: 'fetched',
  source: 'https://registry.example/studies/NCT00000001',
  retrieved: '2026-01-02',
  digest
}
const compiled = {origin: 'compiled', asOf: '2025-06', sources: ['A copy.']}

describe('a record’s provenance', () => {
  it('of a fetched trial is the address, the day and the digest', () => {
    const {study, messages} = readTrial(fetched)
    expect(messages).toEqual([])
    expect(study?.origin).toEqual({
      file: 'trials.json',
      place: {line: 1, column: 2},
      kind: 'fetched',
      asOf: '2026-01-02',
      sources: [fetched.source],
      retrieved: '2026-01-02',
      digest
    })
  })

  it('of a compiled trial is its sources, their date, and what they do not bear out', () => {
    const lowConfidence = ['protocolSection.statusModule.overallStatus']
    const {study, messages} = readTrial({...compiled, lowConfidence})
    expect(messages).toEqual([])
    expect(study?.origin).toMatchObject({
      kind: 'compiled',
      asOf: '2025-06',
      sources: ['A copy.'],
      lowConfidence
    })
  })

  it('of a fetched work is the same, and its corrections stand beside', () => {
    const updates = [{type: 'retraction', DOI: '10.1000/notice', date: '2026-01'}]
    const file = references({...fetched, provenance: 'Article number 4.', updates})
    const [work] = readEvidence({references: file}).references
    expect(file.messages).toEqual([])
    expect(work?.origin).toMatchObject({kind: 'fetched', asOf: '2026-01-02', digest})
    expect(work?.item.custom?.updates).toEqual(updates)
  })

  it.each([
    ['compiled with a digest', {...compiled, digest}, /`provenance\.digest`/],
    ['compiled with a day of retrieval', {...compiled, retrieved: '2026-01-02'}, /`provenance\.retrieved`/],
    ['compiled without sources', {origin: 'compiled', asOf: null}, /`provenance\.sources`/],
    ['fetched without a digest', {...fetched, digest: undefined}, /`provenance\.digest`/],
    ['fetched with half a digest', {...fetched, digest: 'sha256-00'}, /`provenance\.digest`/],
    ['fetched without a day', {...fetched, retrieved: undefined}, /`provenance\.retrieved`/],
    ['fetched without an address', {...fetched, source: 'the registry'}, /`provenance\.source`/],
    ['neither', {...compiled, origin: 'guessed'}, /`provenance\.origin`/]
  ])('is an error where it is %s', (_, provenance, expected) => {
    const {study, messages} = readTrial(provenance)
    expect(study).toBeUndefined()
    expect(messages).toEqual([expect.stringMatching(expected)])
    expect(messages[0]).toMatch(/^trials\.json:1:\d+ {2}error {2}Unexpected value .* {2}malformed-evidence$/)
  })

  it('is an error where a compiled work has a digest, and none where a work has no note', () => {
    const wrong = references({origin: 'compiled', digest})
    readEvidence({references: wrong})
    expect(findingsOf(wrong).map(({rule}) => rule)).toEqual(['malformed-evidence'])
    const plain = references(undefined)
    expect(readEvidence({references: plain}).references[0]?.origin.kind).toBe('compiled')
    expect(plain.messages).toEqual([])
  })
})

describe('a study', () => {
  it('holds what statements are compared with', () => {
    const {study} = readTrial(compiled, {
      hasResults: true,
      protocolSection: {
        identificationModule: {nctId: 'NCT00000001', officialTitle: 'A Trial of X'},
        statusModule: {
          statusVerifiedDate: '2025-01',
          primaryCompletionDateStruct: {date: '2024-05-01', type: 'ACTUAL'},
          resultsFirstPostDateStruct: {date: '2025-02-03'},
          lastUpdatePostDateStruct: {date: '2025-02-04'}
        },
        sponsorCollaboratorsModule: {collaborators: [{name: 'B'}]},
        armsInterventionsModule: {
          interventions: [{name: 'X', otherNames: ['X-1', 'X-2']}, {name: 'Placebo'}]
        },
        contactsLocationsModule: {locations: [{country: 'France'}, {}, {country: 'France'}]}
      }
    })
    expect(study).toMatchObject({
      officialTitle: 'A Trial of X',
      otherNames: ['X-1', 'X-2'],
      collaborators: ['B'],
      countries: ['France'],
      primaryCompletion: {date: '2024-05-01', type: 'ACTUAL'},
      hasResults: true,
      resultsPosted: '2025-02-03',
      lastUpdatePosted: '2025-02-04',
      statusVerified: '2025-01'
    })
  })
})

function readTrial(provenance: object, facts: object = {}) {
  const record = {
    protocolSection: {identificationModule: {nctId: 'NCT00000001'}},
    ...facts,
    provenance
  }
  const file = new VFile({path: 'trials.json', value: JSON.stringify([record])})
  const study = readEvidence({trials: file}).studies.get('NCT00000001')
  return {study, messages: findingsOf(file).map(formatFinding)}
}

function references(custom: object | undefined): VFile {
  const item = {id: 'a', type: 'article-journal', title: 'A', custom}
  return new VFile({path: 'references.json', value: JSON.stringify([item])})
}
