import type {Check} from '../model/check.js'
import type {Claim} from '../model/claim.js'
import type {Study} from '../model/study.js'
import {wordsFor} from '../words/index.js'
import {contradiction, heldClaims, isUnsure} from './contradiction.js'

/** A trial is said to be of another phase than the registry has. */
export const trialPhase: Check = {
  rule: 'trial-phase',
  severity: 'warning',
  *find(facts) {
    for (const [claim, study] of heldClaims(facts, 'phase')) {
      if (study.phases.length === 0 || study.phases.includes('NA') || agrees(claim, study)) continue
      const isPart = !claim.denied && claim.phases.every((phase) => study.phases.includes(phase))
      const registry = wordsFor('en').phase(study.phases)?.toLowerCase() ?? ''
      // Half of a phase 1/2 is loosely said rather than wrong.
      const isNote = isPart || isUnsure(study, 'designModule.phases')
      yield contradiction(claim, study, registry, isNote ? {severity: 'note'} : {})
    }
  }
}

function agrees({phases, every, denied = false}: Extract<Claim, {about: 'phase'}>, study: Study): boolean {
  const recorded = study.phases.map((phase) => (phase === 'EARLY_PHASE1' ? 'PHASE1' : phase))
  const said = phases.map((phase) => (phase === 'EARLY_PHASE1' ? 'PHASE1' : phase))
  const isSame = recorded.every((phase) => said.includes(phase))
  return denied !== (isSame && (!every || said.every((phase) => recorded.includes(phase))))
}
