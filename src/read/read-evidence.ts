import type {VFile} from 'vfile'
import type {Evidence} from '../model/evidence.js'
import type {Origin} from '../model/origin.js'
import {type Reference, ReferenceItem} from '../model/reference.js'
import {type Study, StudyRecord} from '../model/study.js'
import {readBibliography} from './read-bibliography.js'
import {records} from './records.js'

/** The files of `content/evidence/`, each as it is; absent where the project has none. */
export interface EvidenceFiles {
  readonly trials?: VFile
  readonly references?: VFile
  /** Works in BibTeX, `content/evidence/*.bib`. */
  readonly bibliographies?: readonly VFile[]
}

/**
 * Trials and works from the project’s evidence. What is wrong with a record is an error on its file, at the
 * value’s place; the sound records beside it are still read.
 */
export function readEvidence({trials, references, bibliographies = []}: EvidenceFiles): Evidence {
  const studies = new Map<string, Study>()
  for (const {value, place} of records(trials, StudyRecord)) {
    const study = toStudy(value, {file: trials?.path ?? '', place})
    if (studies.has(study.id)) {
      trials?.message(`Unexpected second record of \`${study.id}\`, expected one record a trial`, {
        place,
        source: 'read',
        ruleId: 'duplicate-record'
      })
    } else studies.set(study.id, study)
  }
  const works: Reference[] = records(references, ReferenceItem).map(({value, place}) => ({
    item: value,
    origin: toOrigin(
      value.custom,
      {file: references?.path ?? '', place},
      value.custom?.provenance ? [value.custom.provenance] : []
    )
  }))
  works.push(...bibliographies.flatMap(readBibliography))
  return {studies, references: withoutSecond(works, [references, ...bibliographies])}
}

/** Works with an id of their own; a second record of one is told, and not read. */
function withoutSecond(works: readonly Reference[], files: readonly (VFile | undefined)[]): Reference[] {
  const seen = new Set<string>()
  return works.filter(({item, origin}) => {
    const isFirst = !seen.has(item.id)
    seen.add(item.id)
    if (isFirst) return true
    const file = files.find((each) => each?.path === origin.file)
    file?.message(`Unexpected second record of \`${item.id}\`, expected one record a work`, {
      place: origin.place,
      source: 'read',
      ruleId: 'duplicate-record'
    })
    return false
  })
}

/** Of what was fetched the registry’s address is the one source, and the day it was asked the date. */
function toOrigin(
  note: StudyRecord['provenance'] | ReferenceItem['custom'],
  read: Pick<Origin, 'file' | 'place'>,
  sources: readonly string[]
): Origin {
  if (note?.origin === 'fetched') {
    const {source, retrieved, digest} = note
    return {...read, kind: 'fetched', asOf: retrieved, sources: [source], retrieved, digest}
  }
  return defined<Origin>({
    ...read,
    kind: 'compiled',
    asOf: note?.asOf ?? undefined,
    sources,
    lowConfidence: note && 'lowConfidence' in note ? note.lowConfidence : undefined
  })
}

function toStudy(
  {protocolSection: protocol, hasResults, provenance}: StudyRecord,
  read: Pick<Origin, 'file' | 'place'>
): Study {
  const {identificationModule: named, statusModule: state, designModule: design} = protocol
  const enrolment = design?.enrollmentInfo
  const interventions = protocol.armsInterventionsModule?.interventions ?? []
  const {leadSponsor, collaborators = []} = protocol.sponsorCollaboratorsModule ?? {}
  const locations = protocol.contactsLocationsModule?.locations ?? []
  return defined<Study>({
    id: named.nctId,
    acronym: named.acronym,
    title: named.briefTitle,
    officialTitle: named.officialTitle,
    interventions: interventions.map(({name}) => name),
    otherNames: [...new Set(interventions.flatMap(({otherNames = []}) => otherNames))],
    arms: (protocol.armsInterventionsModule?.armGroups ?? []).flatMap(({label}) => label ?? []),
    kinds: [...new Set(interventions.flatMap(({type}) => (type ? [type] : [])))],
    phases: design?.phases ?? [],
    status: state?.overallStatus,
    lastKnownStatus: state?.lastKnownStatus,
    enrolment:
      enrolment?.count === undefined ? undefined : defined({count: enrolment.count, type: enrolment.type}),
    sponsor: leadSponsor?.name,
    collaborators: collaborators.map(({name}) => name),
    countries: [...new Set(locations.flatMap(({country}) => (country ? [country] : [])))],
    start: state?.startDateStruct,
    primaryCompletion: state?.primaryCompletionDateStruct,
    completion: state?.completionDateStruct,
    hasResults,
    resultsPosted: state?.resultsFirstPostDateStruct?.date,
    lastUpdatePosted: state?.lastUpdatePostDateStruct?.date,
    publications: [
      ...(provenance?.publications ?? []),
      ...(protocol.referencesModule?.references ?? []).flatMap(({pmid}) => (pmid ? [{pmid}] : []))
    ],
    statusVerified: state?.statusVerifiedDate,
    origin: toOrigin(provenance, read, provenance?.origin === 'compiled' ? provenance.sources : [])
  })
}

/** The same object without the keys whose value is undefined: absent is absent. */
function defined<T extends object>(value: {[Key in keyof T]: T[Key] | undefined}): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T
}
