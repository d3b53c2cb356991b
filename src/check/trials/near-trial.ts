import type {Evidence} from '../../model/evidence.js'
import type {Study} from '../../model/study.js'

/**
 * The one trial of the evidence whose id is a slip away: a digit missing, too many or wrong, or two that changed places.
 * Undefined where there is none or more than one.
 */
export function nearTrial(id: string, {studies}: Evidence): Study | undefined {
  const near = [...studies.values()].filter((study) => study.id !== id && isSlip(id, study.id))
  return near.length === 1 ? near[0] : undefined
}

/** `NCT02623699` (VALOR) */
export function trialName({id, acronym}: Study): string {
  const name = acronym?.replace(/\s*\(.*\)$/, '')
  return name ? `\`${id}\` (${name})` : `\`${id}\``
}

/** Whether one edit, or one exchange of neighbours, makes one text the other. */
export function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const [restA, restB] = [a.slice(from), b.slice(from)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}
