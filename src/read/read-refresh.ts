import type {VFile} from 'vfile'
import {RefreshConfig} from '../model/config.js'
import type {Yaml} from './yaml.js'

/** The key of `lectern.yaml` that says how the registries are asked. */
export const refreshKey = 'refresh'

/** How the registries are asked. What is wrong is an error at its place; nothing of it counts then. */
export function readRefresh(yaml: Yaml, file: VFile): RefreshConfig {
  const value = typeof yaml.value === 'object' && yaml.value !== null ? yaml.value : {}
  const given = Object.entries(value).find(([key]) => key === refreshKey)?.[1]
  if (given === undefined || given === null || given === '') return {}
  const result = RefreshConfig.safeParse(given)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : []
    for (const key of keys) {
      const expected = Object.keys(RefreshConfig.shape).map((known) => `\`${known}\``)
      complain(
        `Unexpected key \`${key}\` in \`refresh\`, expected one of ${expected.join(', ')}`,
        [key],
        'key'
      )
    }
    if (keys.length > 0) continue
    const path = ['refresh', ...issue.path].join('.')
    complain(`Unexpected value of \`${path}\`, expected another: ${issue.message}`, issue.path)
  }
  return {}

  function complain(message: string, path: readonly PropertyKey[], key?: 'key'): void {
    const place = yaml.at([refreshKey, ...path], key)
    file.message(message, {place, source: 'read', ruleId: 'front-matter'}).fatal = true
  }
}
