import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {readEvidence} from '../src/read/read-evidence.js'
import {digestOf} from '../src/registry/digest.js'
import {lockOf as lock, run, serve} from './refreshed.js'
import type {Fault} from './registry-server.js'

const [first, second, third] = ['NCT00000001', 'NCT00000002', 'NCT00000003'] as const

describe('a refresh of trials', () => {
  it('says what changed, and holds what the registry said, where, when, and its digest', async () => {
    const {lines, trials, whole, server} = await run({
      held: [compiled(first, {count: 150, status: 'RECRUITING'}), compiled(second)],
      studies: [study(first, {count: 158, status: 'COMPLETED'}), study(second)]
    })
    expect(whole).toBe(true)
    expect(lines).toEqual([
      `${first}: status Recruiting → Completed`,
      `${first}: enrolment 150 → 158`,
      '1 trial changed, 0 new, 1 as they were'
    ])
    const {provenance, ...said} = trials[0] ?? {}
    expect(provenance).toEqual({
      origin: 'fetched',
      source: `${server.base}/ctgov/studies/${first}`,
      retrieved: '2026-01-02',
      digest: digestOf(said)
    })
    expect(server.asked).toHaveLength(1)
    expect(server.asked[0]).toMatch(
      /^\/ctgov\/studies\?format=json&filter\.ids=NCT00000001\|NCT00000002&fields=Id/
    )
    expect([...server.agents][0]).toMatch(/^lectern\/\d/)
  })

  it('takes what it asks for and no more, in one order, each country once', async () => {
    const full = study(first)
    Object.assign(full, {resultsSection: {x: 1}, hasResults: true})
    Object.assign(full.protocolSection, {
      descriptionModule: {briefSummary: 'Long.'},
      contactsLocationsModule: {
        locations: [{facility: 'A', country: 'Chile'}, {facility: 'B', country: 'Chile'}, {country: 'France'}]
      },
      armsInterventionsModule: {interventions: []}
    })
    const {trials, text} = await run({held: [compiled(first)], studies: [full]})
    expect(Object.keys(trials[0] ?? {})).toEqual(['protocolSection', 'hasResults', 'provenance'])
    expect(Object.keys(trials[0]?.protocolSection)).toEqual([
      'identificationModule',
      'statusModule',
      'sponsorCollaboratorsModule',
      'designModule',
      'contactsLocationsModule'
    ])
    expect(trials[0]?.protocolSection.contactsLocationsModule).toEqual({
      locations: [{country: 'Chile'}, {country: 'France'}]
    })
    expect(text).toBe(`${JSON.stringify(trials, undefined, 2)}\n`)
    const file = new VFile({path: 'trials.json', value: text})
    expect(readEvidence({trials: file}).studies.get(first)?.origin.kind).toBe('fetched')
    expect(file.messages).toEqual([])
  })

  it('keeps the publications and conflicts that a person found, with their sources, and no doubt that is settled', async () => {
    const notes = {
      publications: [{doi: '10.1000/x'}],
      conflicts: ['178 or 176.'],
      lowConfidence: ['protocolSection']
    }
    const plain = compiled(second)
    const {trials} = await run({
      held: [{...compiled(first), provenance: {...compiled(first).provenance, ...notes}}, plain],
      studies: [study(first), study(second)]
    })
    expect(trials[0]?.provenance).toMatchObject({
      publications: notes.publications,
      conflicts: notes.conflicts,
      sources: ['A copy.']
    })
    expect(trials[0]?.provenance).not.toHaveProperty('lowConfidence')
    expect(trials[1]?.provenance).not.toHaveProperty('sources')
  })

  it('gives the same bytes again, and says that nothing changed', async () => {
    const studies = [study(first), study(second)]
    const once = await run({held: [compiled(first), compiled(second)], studies})
    const again = await run({held: once.trials, studies})
    expect(again.lines).toEqual(['0 trials changed, 0 new, 2 as they were'])
    expect(again.text.replaceAll(again.server.base, '')).toBe(once.text.replaceAll(once.server.base, ''))
  })

  it.each<[what: string, fault: Fault | undefined, said: string]>([
    ['gone', undefined, `${second}: gone, no study with this id at ClinicalTrials.gov`],
    [
      'at an address that is no registry’s',
      {status: 404, headers: {'content-type': 'text/html'}, body: '<html>Not found</html>'},
      `${second}: HTTP 404; what is held stays`
    ],
    [
      'of another form',
      {
        body: JSON.stringify({
          ...study(second),
          protocolSection: {...study(second).protocolSection, designModule: []}
        })
      },
      `${second}: its answer has another form at \`protocolSection.designModule\`: Invalid input: expected object, received array; what is held stays`
    ],
    [
      'without what every study has',
      {body: JSON.stringify({protocolSection: {identificationModule: {nctId: second}, status: {}}})},
      `${second}: its answer lacks \`protocolSection.identificationModule.briefTitle\`, which the record has: its form may have changed; what is held stays`
    ],
    [
      'broken',
      {body: '{"protocolSection": '},
      `${second}: an answer that is no JSON, 5 times; what is held stays`
    ],
    [
      'cut',
      'cut',
      `${second}: no connection, or one that was cut (UND_ERR_SOCKET), 5 times; what is held stays`
    ],
    ['failing', {status: 500, body: ''}, `${second}: HTTP 500, 5 times; what is held stays`]
  ])('leaves the record of a trial that is %s, and refreshes the others', async (_, fault, said) => {
    const {lines, errors, trials, whole} = await run({
      held: [compiled(first), compiled(second), compiled(third)],
      studies: [study(first), study(third)],
      fault: (asked) => (asked.includes(`/${second}`) ? fault : undefined)
    })
    expect(whole).toBe(false)
    expect([...lines, ...errors].map((line) => line.replace(/^Could not be had: /, ''))).toContain(said)
    expect(trials.map(({provenance}) => provenance.origin)).toEqual(['fetched', 'compiled', 'fetched'])
    expect(trials[1]).toEqual(compiled(second))
  })

  it('asks for each alone where a request for several fails, so that one spoils no other', async () => {
    const spoilt = (asked: string): Fault | undefined =>
      asked.includes(second) ? {body: '{"studies": [{]}'} : undefined
    const {errors, trials, server} = await run({
      held: [compiled(first), compiled(second), compiled(third)],
      studies: [study(first), study(second), study(third)],
      fault: spoilt
    })
    expect(errors).toContain(
      `Could not be had: ${second}: an answer that is no JSON, 2 times; what is held stays`
    )
    expect(trials.map(({provenance}) => provenance.origin)).toEqual(['fetched', 'compiled', 'fetched'])
    expect(server.asked).toHaveLength(5 + 1 + 2 + 1)
  })

  it('asks no more once nothing answers', async () => {
    const held = Array.from({length: 120}, (_, index) => compiled(`NCT${String(index + 1).padStart(8, '0')}`))
    const {errors, trials, server, lines} = await run({
      held,
      studies: [],
      fault: () => ({status: 503, body: ''})
    })
    expect(server.asked).toHaveLength(5 + 2 + 2)
    expect(errors.filter((line) => line.startsWith('Could not be had'))).toHaveLength(120)
    expect(trials).toEqual(held)
    expect(lines.at(-1)).toBe('0 trials changed, 0 new, 0 as they were')
  })

  it.each([true, false])(
    'says where an id became another’s, and leaves its record (batch knows it: %s)',
    async (findsAliases) => {
      const now = study(third)
      Object.assign(now.protocolSection.identificationModule, {nctIdAliases: [second]})
      const {lines, trials, whole} = await run({
        held: [compiled(first), compiled(second)],
        studies: [study(first), now],
        aliases: {[second]: third},
        findsAliases
      })
      expect(lines).toContain(`${second} is now ${third}, \`lectern refresh --add ${third}\` takes it in`)
      expect(trials).toHaveLength(2)
      expect(trials[1]).toEqual(compiled(second))
      expect(whole).toBe(true)
    }
  )

  it('turns all pages, and starts anew where a page’s token has expired', async () => {
    const ids = Array.from({length: 7}, (_, index) => `NCT0000001${index}`)
    const {trials, server, whole} = await run({
      held: ids.map((id) => compiled(id)),
      studies: ids.map((id) => study(id)),
      page: 3,
      fault: (asked, before) =>
        asked.includes('pageToken=t3') && before === 0 ? {status: 400, body: 'Invalid pageToken'} : undefined
    })
    expect(whole).toBe(true)
    expect(trials.map(({provenance}) => provenance.origin)).toEqual(ids.map(() => 'fetched'))
    expect(server.asked.map((asked) => /pageToken=(\w+)/.exec(asked)?.[1])).toEqual([
      undefined,
      't3',
      undefined,
      't3',
      't6'
    ])
  })

  it('asks for 50 at a time, about once a second, and says how far it is', async () => {
    const ids = Array.from({length: 120}, (_, index) => `NCT${String(index + 1).padStart(8, '0')}`)
    const {errors, server, slept} = await run({
      held: ids.map((id) => compiled(id)),
      studies: ids.map((id) => study(id))
    })
    expect(server.asked).toHaveLength(3)
    expect(errors).toEqual([50, 100, 120].map((count) => `ClinicalTrials.gov: ${count} of 120 trials`))
    expect(slept).toEqual([1000, 1000])
  })

  it('says that a fetched record was changed by hand', async () => {
    const once = await run({held: [compiled(first)], studies: [study(first, {count: 10})]})
    const [record] = structuredClone(once.trials)
    if (record) record.protocolSection.designModule.enrollmentInfo.count = 11
    const again = await run({held: [record], studies: [study(first, {count: 10})]})
    expect(again.lines).toEqual([
      `${first}: enrolment 11 → 10`,
      `${first}: the record held was changed by hand since it was fetched`,
      '1 trial changed, 0 new, 0 as they were'
    ])
  })
})

describe('what the text names', () => {
  const text = `# A\n\nAs ${first} and [${third}](https://clinicaltrials.gov/study/${third}) say, ${third}.\n\nNCT123 [@doi:10.1000/held] [@pmid:77]\n`

  it('is offered where the evidence lacks it, with its place', async () => {
    const {lines, trials, whole} = await run({
      held: [compiled(first)],
      references: [{id: 'a', type: 'article-journal', title: 'A', DOI: '10.1000/HELD'}],
      works: {'10.1000/held': {DOI: '10.1000/held', type: 'journal-article', title: ['A']}},
      studies: [study(first), study(third)],
      files: {'content/a.md': text},
      options: {references: true}
    })
    expect(whole).toBe(true)
    expect(lines.slice(-3)).toEqual([
      'Named in the text, not in the evidence; `lectern refresh --add` takes them in, or those named after it:',
      `  ${third}, content/a.md:3:21`,
      '  PMID 77, content/a.md:5:35'
    ])
    expect(trials).toHaveLength(1)
  })

  it('is taken in with --add, at the end and by its id', async () => {
    const {lines, trials} = await run({
      held: [compiled(second)],
      studies: [study(first, {phases: ['PHASE3'], status: 'RECRUITING'}), study(second), study(third)],
      files: {'content/a.md': text},
      options: {add: 'named'}
    })
    expect(trials.map(({protocolSection}) => protocolSection.identificationModule.nctId)).toEqual([
      second,
      first,
      third
    ])
    expect(lines).toContain(`first record of ${first} (Phase 3, Recruiting)`)
    expect(lines.join('\n')).not.toContain('Named in the text')
  })

  it('is taken in alone where it is named after --add', async () => {
    const {trials} = await run({
      held: [],
      studies: [study(first), study(third)],
      files: {'content/a.md': text},
      options: {add: [third]}
    })
    expect(trials.map(({protocolSection}) => protocolSection.identificationModule.nctId)).toEqual([third])
  })

  it('is refused where it is no id', async () => {
    await expect(run({held: [], studies: [], options: {add: ['NCT12']}})).rejects.toThrow(
      /^Unexpected id `NCT12`, expected/
    )
  })
})

describe('a refresh', () => {
  it('writes nothing in a dry run', async () => {
    const held = [compiled(first)]
    const {text, lines, project} = await run({
      held,
      studies: [study(first, {count: 9})],
      options: {dryRun: true}
    })
    expect(text).toBe(lock(held))
    expect(lines).toContain(`${first}: enrolment not reported → 9`)
    expect(existsSync(join(project, '.lectern'))).toBe(false)
  })

  it('goes on where it was on the same day, and starts anew on the next', async () => {
    const ids = [first, second, third]
    const down = {isDown: true}
    const scene = {
      held: ids.map((id) => compiled(id)),
      studies: ids.map((id) => study(id)),
      page: 1,
      fault: (asked: string): Fault | undefined =>
        down.isDown && (asked.includes('filter.ids') || asked.includes(`/${third}`))
          ? {status: 500, body: ''}
          : undefined
    }
    const once = await run(scene)
    expect(once.trials.map(({provenance}) => provenance.origin)).toEqual(['fetched', 'fetched', 'compiled'])
    expect(existsSync(join(once.project, '.lectern/refresh/answers.jsonl'))).toBe(true)
    down.isDown = false
    const again = await run({...scene, on: once})
    expect(again.asked).toHaveLength(1)
    expect(again.asked[0]).toContain(`filter.ids=${third}&`)
    expect(again.whole).toBe(true)
    expect(existsSync(join(once.project, '.lectern'))).toBe(false)

    down.isDown = true
    await run({...scene, on: once})
    down.isDown = false
    const nextDay = await run({...scene, on: once, options: {today: '2026-01-03'}})
    expect(nextDay.asked[0]).toContain(`filter.ids=${ids.join('|')}&`)
    expect(nextDay.trials.map(({provenance}) => provenance.retrieved)).toEqual(ids.map(() => '2026-01-03'))
  })

  it('asks again on the same day for what was of no use', async () => {
    const broken = {isBroken: true}
    const poor = {protocolSection: {identificationModule: {nctId: first, briefTitle: 'A'}}}
    const work = {
      id: 'a',
      type: 'article-journal',
      title: 'A',
      DOI: '10.1000/a',
      custom: {origin: 'compiled'}
    }
    const scene = {
      held: [compiled(first)],
      references: [work],
      studies: [study(first)],
      works: {'10.1000/a': {DOI: '10.1000/a', type: 'journal-article', title: ['A']}},
      options: {references: true, today: '2026-01-02'},
      fault: (asked: string): Fault | undefined => {
        if (!broken.isBroken) return undefined
        if (asked.includes('filter.ids')) return {body: JSON.stringify({studies: [poor]})}
        const message = {DOI: '10.1000/a', title: []}
        return asked.includes('/works/') ? {body: JSON.stringify({message})} : undefined
      }
    }
    const once = await run(scene)
    expect(once.errors.filter((line) => line.includes('lacks'))).toHaveLength(2)
    broken.isBroken = false
    const again = await run({...scene, on: once})
    expect(again.errors.filter((line) => line.includes('Could not'))).toEqual([])
    expect([again.trials[0].provenance.origin, again.works[0].custom.origin]).toEqual(['fetched', 'fetched'])
    expect(again.whole).toBe(true)
  })

  it('refreshes nothing where the project’s own files have errors', async () => {
    const wrong = [{...compiled(first), provenance: {...compiled(first).provenance, digest: 'x'}}]
    const {text, whole, server, findings} = await run({held: wrong, studies: [study(first)]})
    expect([whole, text, server.asked]).toEqual([false, lock(wrong), []])
    expect(findings).toEqual(['malformed-evidence'])
  })

  it('does not write over what somebody changed meanwhile', async () => {
    const held = [compiled(first)]
    const changed = lock([compiled(first, {count: 3})])
    const scene = {
      held,
      studies: [study(first)],
      fault: (): undefined => {
        writeFileSync(join(project.folder, 'content/evidence/trials.json'), changed)
      }
    }
    const project = {folder: ''}
    const running = run(scene, (folder) => {
      project.folder = folder
    })
    await expect(running).rejects.toThrow(
      /^Unexpected change of `content\/evidence\/trials\.json` during the refresh/
    )
    expect(readFileSync(join(project.folder, 'content/evidence/trials.json'), 'utf8')).toBe(changed)
  })

  it.each([
    [
      'an unknown key',
      'refresh:\n  crosref: https://a.example\n',
      /^Unexpected key `crosref` in `refresh`, expected one of `mailto`/
    ],
    [
      'an address without a lock',
      'refresh:\n  crossref: http://a.example\n',
      /^Unexpected value of `refresh\.crossref`/
    ],
    ['a name for an address', 'refresh:\n  mailto: me\n', /^Unexpected value of `refresh\.mailto`/]
  ])('says what is wrong with %s in lectern.yaml', async (_, yaml, expected) => {
    const {messages, whole} = await run({held: [], studies: [], files: {'lectern.yaml': yaml}})
    expect(whole).toBe(false)
    expect(messages).toEqual([expect.stringMatching(expected)])
  })

  it('asks at the addresses of lectern.yaml, and says who asks', async () => {
    const server = await serve({studies: {[first]: study(first)}})
    const yaml = `refresh:\n  mailto: a@b.example\n  clinicaltrials: ${server.base}/ctgov/\n`
    const {whole} = await run({
      held: [compiled(first)],
      studies: [],
      files: {'lectern.yaml': yaml},
      options: {environment: {}}
    })
    expect(whole).toBe(true)
    expect([...server.agents]).toEqual([expect.stringMatching(/^lectern\/\S+ \(mailto:a@b\.example\)$/)])
  })

  it('sums up as Markdown, in which nothing that a registry says is markup', async () => {
    const wild = study(first)
    Object.assign(wild.protocolSection.identificationModule, {
      briefTitle: 'A | <b>b</b> `c` @someone\n# d\u001b[31m'
    })
    const {summary, lines} = await run({held: [compiled(first), compiled(second)], studies: [wild]})
    expect(lines[0]).toBe(`${first}: title “A trial” → “A | <b>b</b> \`c\` @someone # d [31m”`)
    expect(summary).toBe(`# Evidence as of 2026-01-02

## Trials

1 trial changed, 0 new, 0 as they were.

| trial | what | was | is |
| --- | --- | --- | --- |
| \`${first}\` | title | \`“A trial”\` | \`\`“A \\| <b>b</b> \`c\` @someone # d [31m”\`\` |

## Needs a look

- \`${second}: gone, no study with this id at ClinicalTrials.gov\`

The records held before stay as they were.
`)
  })
})

interface Facts {
  readonly count?: number
  readonly status?: string
  readonly phases?: string[]
}

function study(id: string, {count, status = 'COMPLETED', phases = ['PHASE2']}: Facts = {}) {
  return {
    protocolSection: {
      identificationModule: {nctId: id, briefTitle: 'A trial'},
      statusModule: {overallStatus: status},
      sponsorCollaboratorsModule: {leadSponsor: {name: 'A'}},
      designModule: {
        studyType: 'INTERVENTIONAL',
        phases,
        ...(count === undefined ? {} : {enrollmentInfo: {count}})
      }
    }
  }
}

function compiled(id: string, facts: Facts = {}) {
  return {...study(id, facts), provenance: {origin: 'compiled', asOf: '2025-01', sources: ['A copy.']}}
}
