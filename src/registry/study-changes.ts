import {StudyAnswer} from '../model/study-answer.js'
import {readable} from '../words/readable.js'
import type {Words} from '../words/words.js'
import {below, type Change, differences, type Fact, listed, quoted, textBelow, textsBelow} from './changes.js'
import type {LockRecord} from './to-study-record.js'

/** What a trial’s new record says otherwise than the one held, each in words; what it no longer holds at all last. */
export function studyChanges(id: string, held: LockRecord, now: LockRecord, words: Words): Change[] {
  const dropped = beyondAnswer(held)
  return [
    ...differences(id, studyFacts(held, words), studyFacts(now, words)),
    ...(dropped.length > 0
      ? [{id, what: 'facts that are not fetched', was: dropped.join(', '), is: 'dropped'}]
      : [])
  ]
}

/** `first record of NCT04856982 (Phase 3, Recruiting)` */
export function firstRecord(id: string, now: LockRecord, words: Words): string {
  const facts = new Map(studyFacts(now, words).map(([what, says]) => [what, says]))
  const told = ['phase', 'status'].flatMap((what) => facts.get(what) ?? [])
  return `first record of ${id}${told.length > 0 ? ` (${told.join(', ')})` : ''}`
}

function studyFacts(record: LockRecord, words: Words): Fact[] {
  const protocol = record.protocolSection
  const text = (path: string) => textBelow(protocol, path)
  const texts = (path: string) => listed(textsBelow(protocol, path))
  const word = (path: string) => {
    const value = text(path)
    return value === undefined ? undefined : readable(value)
  }
  const kindOf = (path: string) => {
    const value = text(path)
    return value === undefined ? undefined : words.kindOfFact(value)
  }
  const dated = (what: string, key: string): Fact => [
    what,
    text(`statusModule.${key}.date`),
    kindOf(`statusModule.${key}.type`)
  ]
  const status = text('statusModule.overallStatus')
  const results = below(record, 'hasResults')
  return [
    ['title', quoted(text('identificationModule.briefTitle'))],
    ['official title', quoted(text('identificationModule.officialTitle'))],
    ['acronym', text('identificationModule.acronym')],
    ['status', status && words.status(status, text('statusModule.lastKnownStatus'))],
    ['reason stopped', quoted(text('statusModule.whyStopped'))],
    ['phase', words.phase(textsBelow(protocol, 'designModule.phases'))],
    ['enrolment', text('designModule.enrollmentInfo.count'), kindOf('designModule.enrollmentInfo.type')],
    ['sponsor', text('sponsorCollaboratorsModule.leadSponsor.name')],
    ['sponsor’s class', word('sponsorCollaboratorsModule.leadSponsor.class')],
    ['collaborators', texts('sponsorCollaboratorsModule.collaborators.name')],
    ['interventions', texts('armsInterventionsModule.interventions.name')],
    ['interventions’ types', texts('armsInterventionsModule.interventions.type')],
    ['interventions’ other names', texts('armsInterventionsModule.interventions.otherNames')],
    dated('start', 'startDateStruct'),
    dated('primary completion', 'primaryCompletionDateStruct'),
    dated('completion', 'completionDateStruct'),
    ['results at the registry', typeof results === 'boolean' ? (results ? 'yes' : 'no') : undefined],
    dated('results first posted', 'resultsFirstPostDateStruct'),
    ['results first submitted', text('statusModule.resultsFirstSubmitDate')],
    ['first submitted', text('statusModule.studyFirstSubmitDate')],
    dated('first posted', 'studyFirstPostDateStruct'),
    dated('last update posted', 'lastUpdatePostDateStruct'),
    ['status verified', text('statusModule.statusVerifiedDate')],
    ['conditions', texts('conditionsModule.conditions')],
    ['study type', word('designModule.studyType')],
    ['allocation', word('designModule.designInfo.allocation')],
    ['model', word('designModule.designInfo.interventionModel')],
    ['purpose', word('designModule.designInfo.primaryPurpose')],
    ['masking', word('designModule.designInfo.maskingInfo.masking')],
    ['masked', texts('designModule.designInfo.maskingInfo.whoMasked')],
    ['model in words', quoted(text('designModule.designInfo.interventionModelDescription'))],
    ['arms', texts('armsInterventionsModule.armGroups.label')],
    ['primary outcomes', texts('outcomesModule.primaryOutcomes.measure')],
    ['their time frames', texts('outcomesModule.primaryOutcomes.timeFrame')],
    ['countries', listed([...new Set(textsBelow(protocol, 'contactsLocationsModule.locations.country'))])],
    ['publications at the registry', texts('referencesModule.references.pmid')],
    ['sponsor’s own id', text('identificationModule.orgStudyIdInfo.id')],
    ['other ids', texts('identificationModule.secondaryIdInfos.id')],
    ['former ids', texts('identificationModule.nctIdAliases')]
  ]
}

/** The paths of a record that no answer of the registry’s is asked for. */
function beyondAnswer(held: LockRecord): string[] {
  const read = StudyAnswer.safeParse(held)
  if (!read.success) return []
  const known = new Set(pathsOf(read.data))
  const {provenance: _, ...facts} = held
  return [...new Set(pathsOf(facts))].filter((path) => !known.has(path))
}

function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((each) => pathsOf(each, path)))]
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, each]) => pathsOf(each, path ? `${path}.${key}` : key))
}
