import {UserError} from '../model/user-error.js'

/** What went wrong with a template, as a mistake of its author in a sentence; any other fault as it is. */
export function templateFault(name: string, error: unknown): unknown {
  // What Handlebars and our helpers say of a template are plain errors: a `TypeError` is a fault of ours.
  if (!(error instanceof Error) || error.constructor !== Error) return error
  return new UserError(
    `Unexpected template \`templates/${name}.hbs\`, expected Handlebars that can be filled: ${reasonOf(error)}`
  )
}

function reasonOf({message, ...about}: Error): string {
  const [first = '', near = ''] = message.split('\n')
  const place = /^(?:Parse|Lexical) error on line (\d+)/.exec(first)
  if (place) return `line ${place[1]}, near \`${near.replace(/^\.{3}/, '').trim()}\``
  const {lineNumber} = about as {readonly lineNumber?: number}
  const line = lineNumber === undefined ? '' : `line ${lineNumber}, `
  const said = first.replace(/ - \d+:\d+$/, '')
  for (const [pattern, reason] of reasons) if (pattern.test(said)) return line + said.replace(pattern, reason)
  return line + said
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^"(.+)" not defined in .*$/, 'there is no value `$1`'],
  [/^.*unknown helper (\S+)$/, 'there is no helper `$1`'],
  [/^The partial (\S+) could not be found$/, 'there is no template `$1`'],
  [/^(.+) doesn't match (.+)$/, '`$1` ends as `$2`']
]
