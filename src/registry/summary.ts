import {type Change, clean, shortened} from './changes.js'

/** What a refresh came to, for people. */
export interface Report {
  readonly day: string
  readonly trials: Changed | undefined
  readonly works: Changed | undefined
  /** What could not be had, with the reason: `NCT00000001: HTTP 500`. */
  readonly missing: readonly string[]
  /** What needs a person: an id that is gone, or another’s now. */
  readonly notices: readonly string[]
  /** Ids that the text names and the evidence lacks: `NCT00000001, content/als.md:12:3`. */
  readonly offers: readonly string[]
}

/** What became of the records of one kind. */
export interface Changed {
  readonly changes: readonly Change[]
  /** `first record of NCT04856982 (Phase 3, Recruiting)` */
  readonly added: readonly string[]
  readonly unchanged: number
}

/** `2 trials changed, 1 new, 14 as they were` */
export function tally({changes, added, unchanged}: Changed, one: string, many: string): string {
  const changed = new Set(changes.map(({id}) => id)).size
  return `${changed} ${changed === 1 ? one : many} changed, ${added.length} new, ${unchanged} as they were`
}

/** A refresh as Markdown for a pull request: what changed, what could not be had, what the text names besides. */
export function toSummary({day, trials, works, missing, notices, offers}: Report): string {
  return [
    `# Evidence as of ${day}`,
    ...section('Trials', trials, 'trial', 'trials'),
    ...section('Works', works, 'work', 'works'),
    ...list('Could not be had', missing, 'The records held before stay as they were.'),
    ...list('Needs a look', notices, 'The records held before stay as they were.'),
    ...list('Named in the text, not in the evidence', offers, '`lectern refresh --add` takes them in.')
  ]
    .join('\n\n')
    .concat('\n')
}

function section(title: string, changed: Changed | undefined, one: string, many: string): string[] {
  if (!changed) return []
  const rows = changed.changes.map(({id, what, was, is}) => {
    const [before, after] = shortened(was, is)
    return `| ${cell(id)} | ${what} | ${cell(before)} | ${cell(after)} |`
  })
  return [
    `## ${title}`,
    `${tally(changed, one, many)}.`,
    ...(rows.length > 0
      ? [[`| ${one} | what | was | is |`, '| --- | --- | --- | --- |', ...rows].join('\n')]
      : []),
    ...(changed.added.length > 0 ? [changed.added.map((line) => `- ${code(line)}`).join('\n')] : [])
  ]
}

function list(title: string, lines: readonly string[], after: string): string[] {
  return lines.length > 0 ? [`## ${title}`, lines.map((line) => `- ${code(line)}`).join('\n'), after] : []
}

function cell(text: string): string {
  return code(text).replaceAll('|', '\\|')
}

/** Text that a registry gave, as code: no markup, and nobody’s name that would be called. */
function code(text: string): string {
  const plain = clean(text)
  const runs = [...plain.matchAll(/`+/g)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(0, ...runs) + 1)
  const room = plain.startsWith('`') || plain.endsWith('`') ? ' ' : ''
  return `${fence}${room}${plain}${room}${fence}`
}
