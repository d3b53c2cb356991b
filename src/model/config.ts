import {z} from 'zod'
import type {Severities} from './finding.js'
import type {FrontMatter} from './matter.js'
import type {Place} from './origin.js'

/** `lectern.yaml`: front matter for all reviews, and for those whose path matches a pattern; later ones win. */
export interface Config {
  readonly defaults: FrontMatter
  readonly byPath: readonly {readonly pattern: string; readonly matter: FrontMatter}[]
  /** npm packages of fonts for characters that Lectern’s own lack, in the order they are asked. */
  readonly fonts: readonly FontPackage[]
  /** How `lectern refresh` asks the registries. */
  readonly refresh?: RefreshConfig
  /** The severity of rules in this project, where it is another than theirs. */
  readonly rules: Severities
}

/** `https://…`, or `http://` on this machine itself; no name, password, query or anchor. A slash at the end is left out. */
const RegistryAddress = z
  .string()
  .refine(isRegistryAddress, 'expected an address with `https://`, or with `http://` on the loopback address')
  .transform((address) => address.replace(/\/+$/, ''))

/** The key `refresh` of `lectern.yaml`: addresses in place of the registries’ own, and how they may reach who asks. */
export const RefreshConfig = z.strictObject({
  /** An e-mail address, which Crossref and NCBI ask for. */
  mailto: z.email().optional(),
  /** Seconds that one answer may take. */
  timeout: z.coerce.number().int().min(1).max(600).optional(),
  clinicaltrials: RegistryAddress.optional(),
  crossref: RegistryAddress.optional(),
  idconv: RegistryAddress.optional(),
  eutils: RegistryAddress.optional()
})
export type RefreshConfig = z.infer<typeof RefreshConfig>

/** `@fontsource/noto-sans-jp`, and where `lectern.yaml` names it. */
export interface FontPackage {
  readonly name: string
  readonly place: Place
}

function isRegistryAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const {protocol, hostname, username, password, search, hash} = new URL(address)
  const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
  return (
    (protocol === 'https:' || (protocol === 'http:' && isLoopback)) && !(username + password + search + hash)
  )
}
