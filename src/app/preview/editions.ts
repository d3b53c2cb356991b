import {digestOf} from '../digest.js'
import {type Blocks, toBlocks} from './blocks.js'
import type {Patch, Renewed, ShownOutput} from './protocol.js'

/** How many versions of a page are known by what they held. */
const mostKnown = 32

/** Versions made so far, of all reviews: a review that is put away and shown again has none of its earlier ones twice. */
let versions = 0

/** The last version of an output, and what is needed to turn an earlier one into it. */
export interface Edition {
  readonly bytes: Uint8Array
  readonly version: number
  readonly pages?: number
  readonly at: number
  /** Of a page. */
  readonly blocks?: Blocks
  /** The version’s blocks that turn a page of an earlier version into it; all where that is not known. */
  patchFrom(version: number): Patch | undefined
}

/** The outputs of a review, as they were last made. */
export interface Editions {
  get(output: ShownOutput): Edition | undefined
  all(): [ShownOutput, Edition][]
  /** Takes in what was made of an output now. */
  renew(
    output: ShownOutput,
    made: {readonly bytes: Uint8Array; readonly pages?: number}
  ): Omit<Renewed, 'review'>
  /** Forgets outputs that are no longer asked for. */
  keepOnly(outputs: readonly ShownOutput[]): void
}

export function openEditions(now: () => number): Editions {
  const editions = new Map<ShownOutput, Edition & {digest: string; known: ReadonlyMap<number, Known>}>()
  return {
    get: (output) => editions.get(output),
    all: () => [...editions],
    keepOnly(outputs) {
      for (const output of editions.keys()) if (!outputs.includes(output)) editions.delete(output)
    },
    renew(output, {bytes, pages}) {
      const last = editions.get(output)
      const digest = digestOf(bytes)
      const about = {output, at: now(), ...(pages === undefined ? {} : {pages})}
      if (last?.digest === digest) return {...about, version: last.version, changed: false}
      const version = ++versions
      const isPage = output === 'web' || output === 'slides'
      const blocks = isPage ? toBlocks(new TextDecoder().decode(bytes)) : undefined
      const known = new Map([...(last?.known ?? [])].slice(-mostKnown))
      if (blocks) known.set(version, {frame: blocks.frame, digests: new Set(blocks.blocks.keys())})
      editions.set(output, {
        ...{bytes, version, at: about.at, digest, known},
        ...(pages === undefined ? {} : {pages}),
        ...(blocks ? {blocks} : {}),
        patchFrom: (earlier) => blocks && patch(version, blocks, known.get(earlier))
      })
      return {...about, version, changed: true}
    }
  }
}

/** What a page of some version held. */
interface Known {
  readonly frame: string
  readonly digests: ReadonlySet<string>
}

function patch(version: number, {frame, lists, blocks}: Blocks, known: Known | undefined): Patch {
  // Of another frame nothing is taken over: the page is loaded anew.
  const wanted = known?.frame === frame ? [...blocks].filter(([digest]) => !known.digests.has(digest)) : []
  return {version, frame: known ? frame : '', lists, blocks: Object.fromEntries(wanted)}
}
