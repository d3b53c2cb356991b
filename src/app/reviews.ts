import {UserError} from '../model/user-error.js'
import type {World} from '../model/world.js'

/** A review’s name and file: `fr/sla` and `content/fr/sla.md`. */
export interface ReviewFile {
  readonly name: string
  readonly path: string
}

/** All reviews of a project: Markdown below `content/` that is no deck, fragment, README or data. */
export async function listReviews(world: World): Promise<ReviewFile[]> {
  const files = await world.list('content')
  return files
    .filter(
      (path) => path.endsWith('.md') && !path.endsWith('.deck.md') && !path.startsWith('content/evidence/')
    )
    .map((path) => ({name: path.slice('content/'.length, -'.md'.length), path}))
    .filter(
      ({name}) => !name.split('/').some((part) => part.startsWith('_') || part.toLowerCase() === 'readme')
    )
}

/** The reviews that a caller names, by name or by file; all where none is named. */
export function chooseReviews(all: readonly ReviewFile[], named: readonly string[]): ReviewFile[] {
  if (all.length === 0)
    throw new UserError('Unexpected project without reviews, expected Markdown files in `content`')
  if (named.length === 0) return [...all]
  const chosen = named.map((name) => {
    const bare = name
      .replace(/^(?:\.\/)?/, '')
      .replace(/^content\//, '')
      .replace(/\.md$/, '')
    const review = all.find((each) => each.name === bare)
    if (!review)
      throw new UserError(
        `Unexpected review \`${name}\`, expected one of ${all.map((each) => `\`${each.name}\``).join(', ')}`
      )
    return review
  })
  return [...new Set(chosen)]
}
