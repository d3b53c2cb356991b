import {outputOf} from '../app/outputs.js'
import type {Artifact} from '../model/artifact.js'

/** A file that was made, and how much of what it holds. */
export interface Line extends Pick<Artifact, 'fit'> {
  readonly file: string
  /** `  14 slides`; of several pictures, where the last is. */
  readonly of: string
}

/** What is told of the artifacts of a review: a line each, and one of all pictures of slides. */
export function toLines(artifacts: readonly Artifact[]): Line[] {
  const pictures = artifacts.filter(isPicture)
  return artifacts
    .filter((artifact) => !isPicture(artifact) || artifact === pictures[0])
    .map((artifact) => {
      const {file, pages, fit} = artifact
      const last = isPicture(artifact) && pictures.length > 1 ? ` … ${pictures.at(-1)?.file}` : ''
      const count = isPicture(artifact) ? pictures.length : pages
      const unit = file.startsWith('slides') ? 'slide' : 'page'
      const of = count === undefined ? '' : `  ${count} ${unit}${count === 1 ? '' : 's'}`
      return {file, of: last + of, ...(fit ? {fit} : {})}
    })
}

function isPicture({file}: Artifact): boolean {
  return outputOf(file) === 'slides-png'
}
