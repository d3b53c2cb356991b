import type {VFile} from 'vfile'
import type {Severities, Severity} from '../model/finding.js'
import type {Place} from '../model/origin.js'
import {rules} from '../model/rules.js'
import {likely} from '../words/likely.js'
import type {Yaml} from './yaml.js'

/** The key of `lectern.yaml` that changes severities. */
export const rulesKey = 'rules'

const levels: readonly (Severity | 'off')[] = ['off', 'note', 'warning', 'error']

/**
 * The severities that `lectern.yaml` gives to rules. A rule that there is none of, a level that is none, and less than an
 * error for what makes a page wrong are errors at their places.
 */
export function readRules(yaml: Yaml, file: VFile): Severities {
  const given: unknown = isObject(yaml.value) ? yaml.value[rulesKey] : undefined
  if (given === undefined || given === null || given === '') return {}
  if (!isObject(given)) {
    complain(
      'Unexpected value of `rules`, expected rules and their severities, `broken-link: note`',
      yaml.at([rulesKey])
    )
    return {}
  }
  const severities: Record<string, Severity | 'off'> = {}
  for (const [id, value] of Object.entries(given)) {
    const rule = Object.hasOwn(rules, id) ? rules[id] : undefined
    const level = levels.find((each) => each === value)
    if (!rule)
      complain(
        `Unexpected rule \`${id}\` in \`rules\`, expected ${expected(id)}`,
        yaml.at([rulesKey, id], 'key')
      )
    else if (!level)
      complain(
        `Unexpected severity of \`${id}\`, expected ${levels.map((each) => `\`${each}\``).join(', ')}`,
        yaml.at([rulesKey, id])
      )
    else if (rule.severity === 'error' && level !== 'error')
      complain(
        `Unexpected \`${level}\` for \`${id}\`, expected \`error\`: a page with it would be wrong or unsafe`,
        yaml.at([rulesKey, id])
      )
    else severities[id] = level
  }
  return severities

  function complain(message: string, place: Place): void {
    file.message(message, {place, source: 'read', ruleId: 'front-matter'}).fatal = true
  }
}

function expected(id: string): string {
  const meant = likely(id, Object.keys(rules))
  return meant ? `\`${meant}\`` : 'the id of a rule, as at the end of a finding'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
