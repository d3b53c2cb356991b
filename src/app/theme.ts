import type {VFile} from 'vfile'
import type {Layout} from './resources.js'

/** A theme that is not there is an error where the review names it, or on the review where `lectern.yaml` does. */
export function refuseUnknownTheme(file: VFile, theme: string, {sheets}: Layout): void {
  if (sheets.has(`themes/${theme}/theme`)) return
  const themes = [...sheets.keys()].flatMap((name) => /^themes\/([^/]+)\/theme$/.exec(name)?.[1] ?? [])
  const line = String(file)
    .split('\n')
    .findIndex((each) => /^theme\s*:/.test(each))
  file.message(
    `Unexpected theme \`${theme}\`, expected ${themes.map((name) => `\`${name}\``).join(' or ')}, or one of the project’s own in \`styles/themes/${theme}/theme.css\``,
    {place: {line: Math.max(line, 0) + 1, column: 1}, source: 'app', ruleId: 'unknown-theme'}
  ).fatal = true
}
