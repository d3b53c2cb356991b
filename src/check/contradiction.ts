import type {Complaint, Facts} from '../model/check.js'
import type {Claim} from '../model/claim.js'
import type {Severity} from '../model/finding.js'
import type {Study} from '../model/study.js'

/** A claim about one kind of fact, with the record it is held against. */
export type Held<About extends Claim['about']> = readonly [
  claim: Extract<Claim, {about: About}>,
  study: Study
]

/** The claims of one kind about trials that the evidence holds a record of. */
export function* heldClaims<About extends Claim['about']>(
  {claims, evidence}: Facts,
  about: About
): Generator<Held<About>> {
  for (const claim of claims) {
    const study = evidence.studies.get(claim.trial)
    if (study && isAbout(claim, about)) yield [claim, study]
  }
}

function isAbout<About extends Claim['about']>(
  claim: Claim,
  about: About
): claim is Extract<Claim, {about: About}> {
  return claim.about === about
}

/** The complaint that the registry says otherwise, at the words that say it. */
export function contradiction(
  claim: Claim,
  study: Study,
  registry: string,
  {severity, hint}: {severity?: Severity; hint?: string | undefined} = {}
): Complaint {
  const remedy = hint ? `; ${hint}` : ''
  return {
    place: claim.passage.at(claim.from),
    message: `Unexpected “${words(claim)}” of \`${claim.trial}\`, expected agreement with the registry: registry says ${registry}, ${asOf(study)}${remedy}`,
    ...(severity ? {severity} : {})
  }
}

/** The author’s words of a claim. */
export function words({passage, from, to}: Claim): string {
  return passage.text.slice(from, to).trim()
}

/** `as of 2023-07-28` */
export function asOf({origin}: Study): string {
  return origin.asOf ? `as of ${origin.asOf}` : 'record date not known'
}

/** Whether the record itself is unsure of something it says: a path below `protocolSection`. */
export function isUnsure({origin}: Study, path: string): boolean {
  return origin.lowConfidence?.some((each) => each.endsWith(path)) ?? false
}
