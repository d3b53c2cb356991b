import {readEvidence} from '../../read/read-evidence.js'
import {readConfig} from '../../read/read-matter.js'
import {createAsk} from '../../registry/ask.js'
import {clean, inWords} from '../../registry/changes.js'
import type {Registry} from '../../registry/said.js'
import {tally, toSummary} from '../../registry/summary.js'
import {findingsOf} from '../findings.js'
import {readBibliographies, readFile} from '../inputs.js'
import {severe} from '../severe.js'
import {version} from '../version.js'
import {folderWorld} from '../world.js'
import {type LockFile, toLockFile, writeLock} from './lock.js'
import {openMemory} from './refresh-memory.js'
import {inPlace, missingIds, readIds, workIds} from './refresh-offers.js'
import type {RefreshOptions, RefreshResult} from './refresh-options.js'
import {refreshSettings} from './refresh-settings.js'
import {refreshTrials} from './refresh-trials.js'
import {refreshWorks} from './refresh-works.js'
import type {Refreshed} from './refreshed.js'

const trialsPath = 'content/evidence/trials.json'
const worksPath = 'content/evidence/references.json'

/** Milliseconds between two questions to each registry, unless it says more. */
const pauses = {clinicaltrials: 1000, crossref: 100, idconv: 350, eutils: 350}

/**
 * Brings `content/evidence/` up to date from the registries, and says what changed. Each file is written whole once its
 * records are; what could not be had stays as it was. One that was interrupted goes on where it was, on the same day.
 */
export async function refresh(options: RefreshOptions): Promise<RefreshResult> {
  const {project, today, tell, dryRun} = options
  const asked = options.add === 'named' ? [] : readIds(options.add)
  const world = folderWorld(project)
  const [configFile, trialsFile, worksFile] = await Promise.all(
    ['lectern.yaml', trialsPath, worksPath].map((path) => readFile(world, path))
  )
  const bibliographies = await readBibliographies(world)
  const config = readConfig(configFile)
  const evidence = readEvidence({
    bibliographies,
    ...(trialsFile ? {trials: trialsFile} : {}),
    ...(worksFile ? {references: worksFile} : {})
  })
  const findings = [configFile, trialsFile, worksFile, ...bibliographies].flatMap((file) =>
    file ? findingsOf(file) : []
  )
  findings.forEach(tell.finding)
  if (severe(findings, 'error') > 0) {
    tell.say('Nothing was refreshed: the project’s own files have errors')
    return {whole: false, summary: ''}
  }
  const settings = refreshSettings(config.refresh ?? {}, options.environment)
  const locks = {
    trials: toLockFile(trialsPath, trialsFile && String(trialsFile)),
    works: toLockFile(worksPath, worksFile && String(worksFile))
  }
  const isOurs = (kind: string) => (kind === 'nct' ? options.trials : options.references)
  const lacking = (await missingIds(world, evidence)).filter(({kind}) => isOurs(kind))
  const add = options.add === 'named' ? lacking : asked

  const memory = await openMemory(project, today, !dryRun)
  const agent = `lectern/${version}${settings.mailto ? ` (mailto:${settings.mailto})` : ''}`
  const outside = {...options.outside, timeout: settings.timeout * 1000, agent, tell: tell.say}
  const registry = (name: keyof typeof pauses): Registry => {
    const base = settings[name]
    return {ask: createAsk(outside, base, pauses[name]), base, mailto: settings.mailto, memory}
  }

  const all: Refreshed[] = []
  const trials = options.trials
    ? await finish(
        locks.trials,
        await refreshTrials(locks.trials.records, {
          add: add.flatMap(({kind, id}) => (kind === 'nct' ? [id] : [])),
          today,
          registry: registry('clinicaltrials'),
          tell: tell.say
        })
      )
    : undefined
  const works = options.references
    ? await finish(
        locks.works,
        await refreshWorks(locks.works.records, {
          add: workIds(add),
          today,
          registries: {
            crossref: registry('crossref'),
            idconv: registry('idconv'),
            eutils: registry('eutils'),
            tell: tell.say
          }
        })
      )
    : undefined

  const whole = all.every(({isWhole}) => isWhole)
  if (all.every(({missing}) => missing.length === 0)) await memory.forget()
  const offers = options.add === 'named' ? [] : lacking.map(inPlace)
  if (offers.length > 0) {
    tell.change(
      'Named in the text, not in the evidence; `lectern refresh --add` takes them in, or those named after it:'
    )
    for (const offer of offers) tell.change(`  ${offer}`)
  }
  if (dryRun) tell.say('Nothing was written: this was a dry run')
  const missing = all.flatMap((each) => each.missing)
  const notices = all.flatMap((each) => each.notices)
  return {whole, summary: toSummary({day: today, trials, works, missing, notices, offers})}

  /** Writes what became of a file’s records, and says it. */
  async function finish(lock: LockFile, refreshed: Refreshed): Promise<Refreshed['changed']> {
    const {records, changed, missing, notices} = refreshed
    if (!dryRun && (lock.text !== undefined || records.length > 0)) await writeLock(project, lock, records)
    all.push(refreshed)
    for (const change of changed.changes) tell.change(inWords(change))
    for (const line of [...changed.added, ...notices]) tell.change(clean(line))
    for (const line of missing) tell.say(clean(`Could not be had: ${line}; what is held stays`))
    const [one, many] = lock === locks.trials ? ['trial', 'trials'] : ['work', 'works']
    tell.change(tally(changed, one, many))
    return changed
  }
}
