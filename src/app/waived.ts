import type {VFile} from 'vfile'
import type {Finding, Severities, Severity} from '../model/finding.js'
import type {Place} from '../model/origin.js'
import {rules} from '../model/rules.js'
import type {Waiver} from '../model/waiver.js'
import {lineIn} from '../transform/sources.js'
import {likely} from '../words/likely.js'
import {withSeverity} from './with-severity.js'

/** A finding, and where it stands in the text that a review and its included files are; data are where they are asked for. */
export interface Found {
  readonly finding: Finding
  readonly at: Place | undefined
}

/** What says of waivers can itself not be waived. */
const ownRules = ['malformed-waiver', 'unused-waiver']

/**
 * Findings with the reasons of the waivers that cover them, and what is wrong with the waivers: those that can cover
 * nothing, and those that cover nothing.
 */
export function waived(found: readonly Found[], file: VFile, severities: Severities): Found[] {
  const waivers = file.data.waivers ?? []
  if (waivers.length === 0) return [...found]
  const faults = waivers.map((waiver) => waiver.fault ?? faultOf(waiver.rule, severities))
  const sound = waivers.filter((_, index) => faults[index] === undefined)
  const covering = coveringOf(found, sound)
  const used = new Set([...covering.values()].map(keyOf))

  const malformed = waivers.flatMap((waiver, index) =>
    faults[index] === undefined ? [] : said(waiver, 'malformed-waiver', 'warning', faults[index])
  )
  // A file that several reviews include may need a waiver in one of them; some defects only printing finds.
  const unused = sound
    .filter(({rule, place}) => !rules[rule]?.late && severities[rule] !== 'off' && isOwn(place))
    .filter((waiver) => !used.has(keyOf(waiver)))
    .flatMap((waiver) =>
      said(
        waiver,
        'unused-waiver',
        'note',
        `Unexpected waiver of \`${waiver.rule}\`, expected one that covers a finding: it can go`
      )
    )
  const all = found.map((each) => {
    const waiver = covering.get(each)
    return waiver ? {...each, finding: {...each.finding, waived: waiver.reason}} : each
  })
  const inData = ({at, finding}: Found) => at === undefined || finding.file !== lineIn(file, at.line).path
  const inText = [...all.filter((each) => !inData(each)), ...malformed, ...unused]
  return [...inText.toSorted((a, b) => compare(a.at, b.at)), ...all.filter(inData)]

  function said({place}: Waiver, rule: string, severity: Severity, message: string): Found[] {
    const {path, line} = lineIn(file, place.line)
    const finding = {file: path, place: {line, column: place.column}, severity, message, rule}
    return withSeverity({at: place, finding}, severities)
  }

  function isOwn({line}: Place): boolean {
    return lineIn(file, line).path === file.path
  }
}

/** Why a rule cannot be waived. */
function faultOf(id: string, severities: Severities): string | undefined {
  const rule = Object.hasOwn(rules, id) ? rules[id] : undefined
  if (!rule) {
    const meant = likely(id, Object.keys(rules))
    return `Unexpected waiver of \`${id}\`, expected ${meant ? `\`${meant}\`` : 'the id of a rule, as at the end of a finding'}`
  }
  if (ownRules.includes(id)) return `Unexpected waiver of \`${id}\`, expected the waiver it is about mended`
  if (rule.severity === 'error' || severities[id] === 'error')
    return `Unexpected waiver of \`${id}\`, which is an error, expected what it is about mended`
  return undefined
}

/** The innermost waiver round each finding that is no error: stretches of a text hold each other or stand apart. */
function coveringOf(found: readonly Found[], waivers: readonly Waiver[]): Map<Found, Waiver> {
  const covering = new Map<Found, Waiver>()
  const rulesOf = new Set(waivers.map(({rule}) => rule))
  for (const rule of rulesOf) {
    const own = waivers.filter((waiver) => waiver.rule === rule)
    const everywhere = own.find(({covers}) => covers === 'all')
    const stretches = own
      .flatMap((waiver) => (waiver.covers === 'all' ? [] : waiver.covers.map((each) => ({...each, waiver}))))
      .toSorted((a, b) => compare(a.start, b.start) || compare(b.end, a.end))
    const open: typeof stretches = []
    let next = 0
    const those = found.filter(({finding}) => finding.rule === rule && finding.severity !== 'error')
    for (const each of those.toSorted((a, b) => compare(a.at, b.at))) {
      for (
        let stretch = stretches[next];
        stretch && compare(stretch.start, each.at) <= 0;
        stretch = stretches[++next]
      )
        open.push(stretch)
      while (open.length > 0 && compare(open.at(-1)?.end, each.at) < 0) open.pop()
      const waiver = (each.at && open.at(-1)?.waiver) ?? everywhere
      if (waiver) covering.set(each, waiver)
    }
  }
  return covering
}

function compare(a: Place | undefined, b: Place | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)
}

function keyOf({place, rule}: Waiver): string {
  return `${place.line}:${place.column}:${rule}`
}
