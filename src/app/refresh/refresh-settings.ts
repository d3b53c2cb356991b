import {RefreshConfig} from '../../model/config.js'
import {UserError} from '../../model/user-error.js'

/** How each registry is asked, all of it settled. */
export interface RefreshSettings extends Required<Omit<RefreshConfig, 'mailto'>> {
  readonly mailto: string | undefined
}

const defaults = {
  timeout: 30,
  clinicaltrials: 'https://clinicaltrials.gov/api/v2',
  crossref: 'https://api.crossref.org',
  idconv: 'https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles',
  eutils: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils'
}

const variables: Readonly<Record<keyof RefreshConfig, string>> = {
  mailto: 'LECTERN_MAILTO',
  timeout: 'LECTERN_REFRESH_TIMEOUT',
  clinicaltrials: 'LECTERN_CLINICALTRIALS_URL',
  crossref: 'LECTERN_CROSSREF_URL',
  idconv: 'LECTERN_IDCONV_URL',
  eutils: 'LECTERN_EUTILS_URL'
}

/** The environment’s settings over those of `lectern.yaml`, over the registries’ own. */
export function refreshSettings(
  config: RefreshConfig,
  environment: Readonly<Record<string, string | undefined>>
): RefreshSettings {
  const given = Object.entries(variables).flatMap(([key, name]) => {
    const value = environment[name]
    return value ? [[key, value] as const] : []
  })
  const result = RefreshConfig.safeParse(Object.fromEntries(given))
  if (!result.success) {
    const [issue] = result.error.issues
    const name = variables[String(issue?.path[0]) as keyof RefreshConfig]
    throw new UserError(`Unexpected value of \`${name}\`, expected another: ${issue?.message}`)
  }
  return {mailto: undefined, ...defaults, ...config, ...result.data}
}
