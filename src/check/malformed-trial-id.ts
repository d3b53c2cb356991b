import type {Check} from '../model/check.js'
import type {Evidence} from '../model/evidence.js'
import type {Passage} from '../model/passage.js'
import {nearTrial, trialName} from './trials/near-trial.js'

/** An id that no registry could hold: digits missing or too many, letters for digits, a space or hyphen inside. */
export const malformedTrialId: Check = {
  rule: 'malformed-trial-id',
  severity: 'warning',
  *find({document, evidence}) {
    for (const passage of document.passages)
      for (const {written, at} of idsOf(passage)) {
        const message = complaintOf(written, evidence)
        if (message) yield {place: passage.at(at), message}
      }
  }
}

const dash = '\\-‐-―'
const space = ' \\u00A0\\u202F'
const id = new RegExp(
  `(?<![\\p{L}\\p{N}])NCT[${space}${dash}:#.]{0,2}[0-9OIlQ]{1,40}(?:[${space}${dash}][0-9]{1,6}){0,2}(?![\\p{L}\\p{N}…*]|\\.\\.)`,
  'giu'
)

/** What looks like an id in a passage’s text, and in the addresses of links whose words say no such. */
function idsOf({text, links}: Passage): {written: string; at: number}[] {
  const printed = [...text.matchAll(id)].map((match) => ({written: match[0], at: match.index}))
  const addressed = links.flatMap(({href, from, to}) => {
    if (!/^https?:\/\/[^/]*clinicaltrials\.gov\//i.test(href)) return []
    const said = printed.filter(({at}) => from <= at && at < to).map(({written}) => written.toUpperCase())
    return [...href.matchAll(id)]
      .filter(([written]) => !said.includes(written.toUpperCase()))
      .map(([written]) => ({written, at: from}))
  })
  return [...printed, ...addressed]
}

function complaintOf(written: string, evidence: Evidence): string | undefined {
  const [, sign = '', body = ''] = new RegExp(`^NCT([${space}${dash}:#.]*)(.*)$`, 'isu').exec(written) ?? []
  const [first = '', ...more] = body.split(new RegExp(`[${space}${dash}]`, 'u'))
  const all = [first, ...more].join('')
  const joined = `NCT${all}`
  // Digits that stand apart may count something else, unless they make a known id.
  if (more.length > 0 && all.length === 8 && evidence.studies.has(joined))
    return `Unexpected trial id “${written}” in parts, expected \`${joined}\``

  const digits = first.replace(/[oq]/gi, '0').replace(/[il]/gi, '1')
  const count = digits.length
  const expected = `NCT${digits}`
  const typed = `${written.slice(0, 3 + sign.length)}${first}`
  if (digits !== first) {
    if (first.replace(/\D/g, '').length < 5) return undefined
    // Behind a space the letter may be one, unless the digits are those of a known trial.
    if (sign !== '' && !evidence.studies.has(expected)) return undefined
    if (count === 8) return `Unexpected trial id “${typed}” with letters for digits, expected \`${expected}\``
  } else if (sign !== '') {
    // `NCT-501` is a compound, `NCT 2020` a congress.
    if (!(7 <= count && count <= 9) && !/^0\d{5,9}$/.test(digits)) return undefined
    if (count === 8) {
      return /[:#.]/.test(sign)
        ? undefined
        : `Unexpected trial id “${typed}” with a ${isSpace(sign) ? 'space' : 'hyphen'}, expected \`${expected}\``
    }
  } else if (count === 8 || !(6 <= count || /^0\d{3,}$/.test(digits))) return undefined
  const near = nearTrial(expected, evidence)
  const remedy = near ? `: ${trialName(near)} is near` : ''
  return `Unexpected trial id “${typed}” of ${count} digits, expected 8 digits after \`NCT\`${remedy}`
}

function isSpace(sign: string): boolean {
  return sign.trim() === ''
}
