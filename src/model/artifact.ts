import {z} from 'zod'
import type {DeckFit} from './deck.js'

/** A file ready to be published. */
export interface Artifact {
  /** `report.pdf` */
  readonly file: string
  readonly bytes: Uint8Array
  /** Pages of a PDF, slides of a deck. */
  readonly pages?: number
  /** Of the first file made of a deck: how full its slides are. */
  readonly fit?: DeckFit
}

/** `manifest.json` of a review’s folder: what stands beside it, and what it was made of. */
export const Manifest = z.object({
  review: z.string(),
  title: z.string(),
  status: z.enum(['draft', 'final']),
  language: z.string(),
  date: z.string().optional(),
  version: z.string().optional(),
  made: z.object({lectern: z.string(), browser: z.string()}),
  /** Digest of the state of everything below; artifacts made of another state are not kept beside these. */
  state: z.string(),
  inputs: z.array(z.object({path: z.string(), digest: z.string()})),
  artifacts: z.array(
    z.object({
      file: z.string(),
      digest: z.string(),
      bytes: z.number(),
      pages: z.number().optional(),
      paper: z.string().optional()
    })
  )
})
export type Manifest = z.infer<typeof Manifest>
