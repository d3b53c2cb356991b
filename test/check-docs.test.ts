import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {checks} from '../src/check/run-checks.js'
import {findingsIn} from './checked.js'
import {root} from './project.js'

const folder = join(root, 'docs/checks')
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => examplesIn(readFileSync(join(folder, name), 'utf8')))

describe('the documented examples', () => {
  it.each(examples)('$rule $expected $text', async ({rule, expected, language, text}) => {
    const rules = (await findingsIn(text, {language})).map((finding) => finding.rule)
    expect(rules.includes(rule)).toBe(expected === 'trips')
  })

  it('show each rule both ways', () => {
    for (const {rule} of checks)
      expect(new Set(examples.filter((each) => each.rule === rule).map(({expected}) => expected))).toEqual(
        new Set(['trips', 'holds'])
      )
  })
})

/** The fenced blocks of a page, each with the rule whose section it stands in. */
function examplesIn(page: string) {
  return page.split(/^## /m).flatMap((section) => {
    const [rule = ''] = section.split('\n')
    return [...section.matchAll(/^```markdown (trips|holds)(?: (\w+))?\n([\s\S]*?)^```$/gm)].map(
      ([, expected = '', language = 'en', text = '']) => ({rule, expected, language, text})
    )
  })
}
