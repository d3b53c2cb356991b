import type {VFile} from 'vfile'
import type {FontPackage} from '../model/config.js'
import type {Yaml} from './yaml.js'

/** The key of `lectern.yaml` that names packages of fonts. */
export const fontsKey = 'fonts'

/** What npm takes for a name: no path, no address, no way up. */
const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/
const longest = 214

/** The packages of fonts that `lectern.yaml` names. What is no name is an error at its place. */
export function readFonts(yaml: Yaml, file: VFile): FontPackage[] {
  const value = typeof yaml.value === 'object' && yaml.value !== null ? yaml.value : {}
  const given = Object.entries(value).find(([key]) => key === fontsKey)?.[1]
  if (given === undefined || given === null || given === '') return []
  const names: unknown[] = Array.isArray(given) ? given : [given]
  const found: FontPackage[] = []
  for (const [index, name] of names.entries()) {
    const place = yaml.at([fontsKey, ...(Array.isArray(given) ? [index] : [])])
    if (typeof name === 'string' && name.length <= longest && packageName.test(name)) {
      if (!found.some((each) => each.name === name)) found.push({name, place})
      continue
    }
    const shown = typeof name === 'string' ? `\`${name}\`` : 'value'
    file.message(
      `Unexpected ${shown} in \`fonts\`, expected the name of an npm package, \`@fontsource/noto-sans-jp\``,
      {place, source: 'read', ruleId: 'unknown-font'}
    ).fatal = true
  }
  return found
}
