import type {Check, Facts} from '../model/check.js'
import type {Naming} from '../model/claim.js'
import type {Study} from '../model/study.js'
import {wordsFor} from '../words/index.js'
import {asOf} from './contradiction.js'

/** The registry holds results of a trial that the review names, posted before its date, and the review speaks of none. */
export const unmentionedResults: Check = {
  rule: 'unmentioned-results',
  severity: 'note',
  *find(facts) {
    if (!spoken.test(facts.document.language)) return
    const named = new Map<string, Naming[]>()
    for (const naming of facts.namings) named.set(naming.trial, [...(named.get(naming.trial) ?? []), naming])
    for (const [trial, namings] of named) {
      const study = facts.evidence.studies.get(trial)
      const [first] = namings
      const posted = study && dayOfResults(study)
      if (!study || !first || posted === undefined || (facts.document.date ?? posted) < posted) continue
      if (namings.some(saysResults) || citesPublication(study, facts)) continue
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

/** Whether the review cites a work that reports the trial. */
function citesPublication({publications}: Study, {document, evidence}: Facts): boolean {
  const ids = publications.flatMap(({doi, pmid}) => [doi, pmid]).flatMap((each) => each?.toLowerCase() ?? [])
  const keys = evidence.references.flatMap(({item}) =>
    [item.DOI, item.PMID].some((each) => each && ids.includes(each.toLowerCase()))
      ? [item.id, item.PMCID ?? item.id]
      : []
  )
  const said = [...ids, ...keys.map((key) => key.toLowerCase())]
  if (
    document.works.some(({item}) =>
      [item.DOI, item.PMID].some((each) => each && ids.includes(each.toLowerCase()))
    )
  )
    return true
  return document.passages.some(({text, links}) => {
    const all = [text, ...links.map(({href}) => href)].join(' ').toLowerCase()
    return said.some((each) => all.includes(each))
  })
}
