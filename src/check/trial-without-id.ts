import type {Check} from '../model/check.js'

/** A trial is named by its acronym, and its id stands nowhere in the review. */
export const trialWithoutId: Check = {
  rule: 'trial-without-id',
  severity: 'warning',
  *find({namings, evidence}) {
    const withId = new Set(namings.flatMap(({trial, by}) => (by === 'id' ? [trial] : [])))
    const said = new Set<string>()
    // What the front matter repeats is best mended where the text says it first.
    const inText = namings.filter(({passage}) => passage.kind !== 'matter')
    for (const {trial, passage, from, to} of [...inText, ...namings]) {
      if (withId.has(trial) || said.has(trial) || !evidence.studies.has(trial)) continue
      said.add(trial)
      yield {
        place: passage.at(from),
        message: `Unexpected trial “${passage.text.slice(from, to)}” without its id, expected \`${trial}\` beside its first naming`
      }
    }
  }
}
