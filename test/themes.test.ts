import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {root} from './project.js'

const base = tokensOf('styles/tokens.css')

describe.each(['journal', 'plain'])('the %s theme', (theme) => {
  const tokens = {...base, ...tokensOf(`styles/themes/${theme}/theme.css`)}

  // WCAG 2.2, 1.4.3: text has a contrast of 4.5 to 1 with what is behind it.
  it.each([
    ['ink', 'paper'],
    ['quiet', 'paper'],
    ['accent', 'paper'],
    ['accent-dark', 'paper'],
    ['ink', 'wash'],
    ['quiet', 'wash'],
    ['accent', 'wash'],
    ['on-accent', 'accent-dark']
  ])('prints %s on %s legibly, in colour and in grey', (text, behind) => {
    const [front, back] = [tokens[text], behind === 'paper' ? '#ffffff' : tokens[behind]]
    expect(contrast(front, back)).toBeGreaterThanOrEqual(4.5)
    expect(Math.abs(luminance(front) - luminance(back))).toBeGreaterThan(0.5)
  })

  it('has a logo', () => {
    expect(readFileSync(join(root, `styles/themes/${theme}/logo.svg`), 'utf8')).toMatch(/^<svg /)
  })
})

it('the themes differ in more than colours', () => {
  const rules = (theme: string) =>
    readFileSync(join(root, `styles/themes/${theme}/theme.css`), 'utf8').match(/^\S.*\{$/gm) ?? []
  const [journal, plain] = ['journal', 'plain'].map((theme) => tokensOf(`styles/themes/${theme}/theme.css`))
  expect(journal?.text).not.toBe(plain?.text)
  expect(journal?.hang).not.toBe(plain?.hang)
  expect(rules('plain').length).toBeGreaterThan(rules('journal').length)
})

function tokensOf(sheet: string): Record<string, string> {
  const css = readFileSync(join(root, sheet), 'utf8')
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value])
  )
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance, as WCAG 2.2 defines it, of `#rgb` or `#rrggbb`. */
function luminance(colour: string | undefined): number {
  const hex = colour?.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3') ?? ''
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
