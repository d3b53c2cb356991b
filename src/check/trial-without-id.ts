import type {Check} from '../model/check.js'

/** A trial is named by its acronym, and its id stands nowhere in the review. */
export const trialWithoutId: Check = {
  rule: 'trial-without-id',
  severity: 'warning',
  *find({namings, claims, evidence, known, document: {workMentions: works}}) {
    // An acronym beside another trial’s id is wrong there, and another finding.
    const misnamed = new Set(
      claims
        .flatMap(({about, passage, from}) => (about === 'acronym' ? [passage.at(from)] : []))
        .map(({line, column}) => `${line}:${column}`)
    )
    const withId = new Set(namings.flatMap(({trial, by}) => (by === 'id' ? [trial] : [])))
    const said = new Set<string>()
    // What the front matter repeats is best mended where the text says it first.
    const inText = namings.filter(({passage}) => passage.kind !== 'matter')
    for (const {trial, passage, from, to} of [...inText, ...namings]) {
      // The title of a work may name a trial as it likes.
      if (
        passage.inReferences ||
        works.some((work) => work.passage === passage && work.from <= from && to <= work.to)
      )
        continue
      if (withId.has(trial) || known?.has(trial) || said.has(trial) || !evidence.studies.has(trial)) continue
      const place = passage.at(from)
      if (misnamed.has(`${place.line}:${place.column}`)) continue
      said.add(trial)
      yield {
        place,
        message: `Unexpected trial “${passage.text.slice(from, to)}” without its id, expected \`${trial}\` beside its first naming`
      }
    }
  }
}
