import type {Check} from '../model/check.js'
import {type NameGiven, namesIn} from './organisations/names-in.js'
import {isOneOrganisation, type Organisation, organisationsOf} from './organisations/organisation.js'

/**
 * One organisation of the evidence spelt in two ways, at the spelling that is farther from the registry’s, else at the
 * later. A warning: a reader may take it for two.
 */
export const organisationSpelling: Check = {
  rule: 'organisation-spelling',
  severity: 'warning',
  *find({document, evidence}) {
    const names = namesIn(document.passages, organisationsOf(evidence))
    for (const [organisation, given] of names) {
      const spellings = [
        ...new Map(given.toReversed().map((name) => [name.words.join(' '), name])).values()
      ].reverse()
      const own = spellings.find(({words}) => isOwn(words, organisation)) ?? spellings[0]
      for (const other of spellings) {
        if (!own || other === own || isOwn(other.words, organisation)) continue
        if (!isOneOrganisation(own.words, other.words)) continue
        yield {place: other.passage.at(other.from), message: messageOf(other, own, organisation)}
      }
    }
  }
}

/** The registry’s name, or its beginning. */
function isOwn(words: readonly string[], organisation: Organisation): boolean {
  return words.every((word, index) => word === organisation.words[index])
}

function messageOf(other: NameGiven, own: NameGiven, organisation: Organisation): string {
  const {name, study} = organisation
  const {asOf} = study.origin
  const expected = isOwn(own.words, organisation)
    ? `“${own.text}” as elsewhere in the review`
    : `one spelling, as “${own.text}” stands in the review too`
  return `Unexpected spelling “${other.text}”, expected ${expected}; registry says “${name}”${asOf ? `, as of ${asOf}` : ''}`
}
