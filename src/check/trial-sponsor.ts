import type {Check, Facts} from '../model/check.js'
import {contradiction, heldClaims} from './contradiction.js'
import {sameOrganisation} from './same-organisation.js'

/** A trial is said to be sponsored by another than the registry has. */
export const trialSponsor: Check = {
  rule: 'trial-sponsor',
  severity: 'warning',
  *find(facts) {
    for (const [claim, study] of heldClaims(facts, 'sponsor')) {
      const {sponsor, collaborators} = study
      if (sponsor === undefined || sameOrganisation(claim.name, sponsor)) continue
      const helps = collaborators.find((each) => sameOrganisation(claim.name, each))
      if (claim.role === 'runs' && (helps !== undefined || !isSponsor(claim.name, facts))) continue
      // What initials stand for cannot be known.
      if (!isSponsor(claim.name, facts) && !helps && /^\p{Lu}{2,6}$/u.test(claim.name)) continue
      yield contradiction(claim, study, `${sponsor}${helps ? `, with ${helps} as collaborator` : ''}`)
    }
  }
}

function isSponsor(name: string, {evidence}: Facts): boolean {
  return [...evidence.studies.values()].some(
    ({sponsor}) => sponsor !== undefined && sameOrganisation(name, sponsor)
  )
}
