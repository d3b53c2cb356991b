import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {standingIn} from '../src/check/standing-in.js'
import {readDrugs} from '../src/claim/drugs.js'
import {readEvidence} from '../src/read/read-evidence.js'
import {manyTrials} from './bench/inputs.js'
import {readSource} from './bench/project.js'
import {findingsIn} from './checked.js'

describe('strings in texts', () => {
  const rows: readonly (readonly [texts: string[], strings: string[]])[] = [
    [['10.1000/abc'], ['10.1000/ab', '000', 'abc', 'bc1', '10.1000/abc']],
    [
      ['ab', 'cd'],
      ['a', 'bc', 'cd', '']
    ],
    [['aaab'], ['aab', 'aa', 'aaaa', 'b']],
    [['ushers'], ['he', 'she', 'hers', 'his']],
    [[], ['', 'a']],
    [[''], ['', 'a']],
    [['é😀x'], ['😀', 'é', '😀x', 'xé']]
  ]

  it.each(rows)('of %j stand those of %j that do', (texts, strings) => {
    const found = standingIn(texts, new Set(strings))
    expect([...found].sort()).toEqual(
      strings.filter((each) => texts.some((text) => text.includes(each))).sort()
    )
  })
})

describe('thousands of trials', () => {
  const evidence = (trials: unknown[], references: unknown[] = []) =>
    readEvidence({
      trials: new VFile({path: 'trials.json', value: JSON.stringify(trials)}),
      references: new VFile({path: 'references.json', value: JSON.stringify(references)})
    })
  const record = (index: number) => ({
    protocolSection: {
      identificationModule: {
        nctId: `NCT${10_000_000 + index}`,
        briefTitle: `Trial of Drugname${index} (code-${index}) for ALS`
      },
      armsInterventionsModule: {
        interventions: [{type: 'DRUG', name: `Drugname${index}`, otherNames: ['Commonname', `Code-${index}`]}]
      },
      statusModule: {overallStatus: 'COMPLETED'}
    }
  })

  it('have each its names', () => {
    const drugs = readDrugs(evidence([record(1), record(2)]))
    expect(drugs.get('drugname1')?.names).toEqual(drugs.get('code 1')?.names)
    expect(drugs.get('drugname1')?.trials).toContain('NCT10000001')
  })

  it('with as many drugs are read in no time', () => {
    const held = evidence(Array.from({length: 3000}, (_, index) => record(index)))
    const start = process.cpuUsage().user
    expect(readDrugs(held).size).toBeGreaterThan(3000)
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(4000)
  })

  it('are named in a review, and each is found', async () => {
    const files = manyTrials(readSource(), 400)
    const json = (path: string) => new VFile({path, value: files.get(`content/evidence/${path}`) ?? ''})
    const held = readEvidence({trials: json('trials.json'), references: json('references.json')})
    const start = process.cpuUsage().user
    const findings = await findingsIn(files.get('content/many-trials.md') ?? '', {held})
    expect(findings.filter(({rule}) => rule === 'unmentioned-results').length).toBeGreaterThan(50)
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(5000)
  })
})
