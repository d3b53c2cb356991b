import type {Check} from '../model/check.js'
import type {Claim} from '../model/claim.js'
import type {Study} from '../model/study.js'
import {contradiction, heldClaims} from './contradiction.js'
import {sameOrganisation} from './same-organisation.js'

/** A trial is said to test a drug that its record does not name and another’s does. */
export const trialIntervention: Check = {
  rule: 'trial-intervention',
  severity: 'warning',
  *find(facts) {
    for (const [claim, study] of heldClaims(facts, 'intervention')) {
      if (study.interventions.length === 0 && !study.title) continue
      if (claim.possible.includes(claim.trial)) continue
      const others = claim.trials.flatMap((id) => facts.evidence.studies.get(id) ?? [])
      if (others.some(({sponsor}) => sponsor && study.sponsor && sameOrganisation(sponsor, study.sponsor)))
        continue
      yield contradiction(claim, study, testedIn(study), {
        hint: claim.trials.length > 0 ? `${named(claim)} is studied in ${listed(claim.trials)}` : undefined
      })
    }
  }
}

function testedIn({interventions, title}: Study): string {
  const telling = interventions.filter((name) => !/^(?:placebo|sham|control)/i.test(name))
  return telling.length > 0
    ? telling.map((name) => name.replace(/^[A-Z][a-z]+: /, '')).join(', ')
    : `“${title}”`
}

function named({passage, from, to}: Claim): string {
  return passage.text.slice(from, to).replace(/[®™]/g, '')
}

function listed(trials: readonly string[]): string {
  const ids = trials.slice(0, 3).map((id) => `\`${id}\``)
  return `${ids.join(', ')}${trials.length > 3 ? ' and others' : ''}`
}
