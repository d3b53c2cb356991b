import {UserError} from '../model/user-error.js'

/** What went wrong with a template, as a mistake of its author in a sentence; any other fault as it is. */
export function templateFault(name: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error
  return new UserError(
    `Unexpected template \`templates/${name}.hbs\`, expected Handlebars that can be filled: ${reasonOf(error)}`
  )
}

function reasonOf(error: Error): string {
  if (error instanceof RangeError) return 'it calls itself without end'
  // Of what a helper was not given, as in `{{lookup}}`, Handlebars says no more than JavaScript does.
  if (error instanceof TypeError) return 'a helper was not given what it needs'
  const [first = '', near = ''] = error.message.split('\n')
  const place = /^(?:Parse|Lexical) error on line (\d+)/.exec(first)
  if (place) return `line ${place[1]}, near \`${near.replace(/^\.{3}/, '').trim()}\``
  const {lineNumber} = error as {readonly lineNumber?: number}
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
