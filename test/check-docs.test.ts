import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {VFile} from 'vfile'
import {expect, it} from 'vitest'
import {readEvidence} from '../src/read/read-evidence.js'
import {evidence, findingsIn} from './checked.js'
import {root} from './project.js'

const folder = join(root, 'docs/checks')
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => examplesOf(readFileSync(join(folder, name), 'utf8')))

it.each(examples)(
  'of $rule the docs’ example $kind in $language: $text',
  async ({rule, kind, language, text, records}) => {
    const held = records ? readEvidence({references: new VFile({path: 'r.json', value: records})}) : evidence
    const rules = (await findingsIn(text, {language, held})).map((finding) => finding.rule)
    if (kind === 'trips') expect(rules).toContain(rule)
    else expect(rules).not.toContain(rule)
  }
)

interface Example {
  readonly rule: string
  readonly kind: string
  readonly language: string
  readonly text: string
  /** The works its section’s examples stand on, where they are not the project’s. */
  readonly records: string | undefined
}

/** The fenced examples of a page, each with the rule that its section names; reviews in them have headings of their own. */
function examplesOf(page: string): Example[] {
  return page.split(/^## (?=[a-z-]+$)/m).flatMap((section) => {
    const [rule = ''] = section.split('\n')
    const [, records] = /^```json records\n(.*?)^```$/ms.exec(section) ?? []
    return [...section.matchAll(/^```markdown (trips|holds)(?: (\w+))?\n(.*?)^```$/gms)].map(
      ([, kind = '', language = 'en', text = '']) => ({rule, kind, language, text, records})
    )
  })
}
