import type {Check, Facts} from '../model/check.js'
import type {Naming} from '../model/claim.js'
import type {Reference} from '../model/reference.js'
import type {Study} from '../model/study.js'
import {wordsFor} from '../words/index.js'
import {asOf} from './contradiction.js'
import {standingIn} from './standing-in.js'

/** The registry holds results of a trial that the review names, posted before its date, and the review speaks of none. */
export const unmentionedResults: Check = {
  rule: 'unmentioned-results',
  severity: 'note',
  *find(facts) {
    if (!spoken.test(facts.document.language)) return
    const named = new Map<string, Naming[]>()
    for (const naming of facts.namings) {
      const namings = named.get(naming.trial)
      if (namings) namings.push(naming)
      else named.set(naming.trial, [naming])
    }
    const silent: {trial: string; study: Study; first: Naming; posted: string}[] = []
    for (const [trial, namings] of named) {
      const study = facts.evidence.studies.get(trial)
      const [first] = namings
      const posted = study && dayOfResults(study)
      if (!study || !first || posted === undefined || (facts.document.date ?? posted) < posted) continue
      if (!namings.some(saysResults)) silent.push({trial, study, first, posted})
    }
    const isPublished = publishedIn(
      facts,
      silent.map(({study}) => study)
    )
    for (const {trial, study, first, posted} of silent) {
      if (isPublished(study)) continue
      yield {
        place: first.passage.at(first.from),
        message: `Unexpected silence on the results of \`${trial}\`, expected a word on them: registry says results posted${study.resultsPosted ? ` ${wordsFor('en').date(posted)}` : ''}, ${asOf(study)}`
      }
    }
  }
}

/** The languages whose words for results are known. */
const spoken = /^(?:en|fr)(?:-|$)/i

/** The day on which results were posted; where the record tells none, the day on which it held them. */
function dayOfResults({resultsPosted, hasResults, origin}: Study): string | undefined {
  return resultsPosted ?? (hasResults ? origin.asOf : undefined)
}

/** Words of what came out of a trial, in the languages held; rather too many than too few. */
const results =
  /\b(?:results?|outcomes?|findings?|showed|shown|shows|found|demonstrat\w+|benefits?|survival|efficacy|efficacious|effective\w*|slowed|slows|reduc\w+|lower\w*|improv\w+|fail\w*|missed|met|end ?points?|signific\w+|differ\w+|p ?[=<]|hazard|adverse|toler\w+|r[ée]sultats?|a montr[ée]|ont montr[ée]|b[ée]n[ée]fice|survie|efficacit[ée]|ralenti\w*|r[ée]dui\w+|am[ée]lior\w+|[ée]chou[ée]\w*|crit[èe]re de jugement|diff[ée]rence|tol[ée]r\w+)/iu

function saysResults({passage}: Naming): boolean {
  return passage.kind !== 'row' && results.test(passage.text)
}

/** Whether the review cites a work that reports one of some trials. */
function publishedIn({document, evidence}: Facts, studies: readonly Study[]): (study: Study) => boolean {
  if (studies.length === 0) return () => false
  const keys = new Map<string, Set<string>>()
  for (const {item} of evidence.references)
    for (const id of idsOf(item)) {
      const own = keys.get(id) ?? new Set()
      for (const key of [item.id, item.PMCID ?? item.id]) own.add(key.toLowerCase())
      keys.set(id, own)
    }
  const cited = new Set(document.works.flatMap(({item}) => idsOf(item)))
  const idsBy = new Map(
    studies.map(({id, publications}) => [
      id,
      publications.flatMap(({doi, pmid}) => [doi, pmid]).flatMap((each) => each?.toLowerCase() ?? [])
    ])
  )
  const saidBy = (study: Study) => {
    const ids = idsBy.get(study.id) ?? []
    return [...ids, ...ids.flatMap((id) => [...(keys.get(id) ?? [])])]
  }
  const texts = document.passages.map(({text, links}) =>
    [text, ...links.map(({href}) => href)].join(' ').toLowerCase()
  )
  const found = standingIn(texts, new Set(studies.flatMap(saidBy)))
  return (study) =>
    (idsBy.get(study.id) ?? []).some((id) => cited.has(id)) || saidBy(study).some((each) => found.has(each))
}

function idsOf({DOI, PMID}: Reference['item']): string[] {
  return [DOI, PMID].flatMap((each) => (each ? each.toLowerCase() : []))
}
