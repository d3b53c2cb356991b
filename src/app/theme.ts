import type {VFile} from 'vfile'
import type {Document} from '../model/document.js'
import type {World} from '../model/world.js'
import {settingsOf} from '../transform/talk-setting.js'
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

const slideThemes = ['dark', 'accent', 'wash']

/** A slide’s theme is one of ours, or a class of the project’s own theme: `.slide.theme-NAME`. */
export async function refuseUnknownSlideThemes(
  file: VFile,
  {theme, body}: Document,
  world: World
): Promise<void> {
  const others = settingsOf(body).filter((each) => each.theme && !slideThemes.includes(each.theme))
  if (others.length === 0) return
  const bytes = await world.read(`styles/themes/${theme}/theme.css`).catch(() => undefined)
  const css = bytes ? new TextDecoder().decode(bytes) : ''
  const own = new Set([...css.matchAll(/\.slide\.theme-([a-z0-9-]+)/g)].map(([, name]) => name))
  for (const {theme: name, node} of others) {
    if (own.has(name)) continue
    const known = [...slideThemes, ...own].map((each) => `\`${each}\``)
    file.message(
      `Unexpected theme \`${name}\` of a slide, expected ${known.join(', ')}, or one that \`styles/themes/${theme}/theme.css\` sets as \`.slide.theme-${name}\``,
      {place: node.position, source: 'app', ruleId: 'slide-setting'}
    ).fatal = true
  }
}
