import {UserError} from '../model/user-error.js'
import type {World} from '../model/world.js'

/** A review’s name and file: `fr/sla` and `content/fr/sla.md`. */
export interface ReviewFile {
  readonly name: string
  readonly path: string
  /** The file of its talk, where one is written by hand; of a talk that stands by itself, `path` again. */
  readonly deck?: string
}

/** The page of `out/` that lists all reviews: no review may have its name. */
export const indexName = 'index.html'

const deckEnding = '.deck.md'

/**
 * All reviews of a project: Markdown below `content/` that is no fragment, README or data; with the deck of its name,
 * if there is one. A deck without a review of its name is a talk of its own.
 */
export async function listReviews(world: World): Promise<ReviewFile[]> {
  const files = (await world.list('content')).filter((path) => isText(path))
  const decks = new Map(
    files.filter((path) => path.endsWith(deckEnding)).map((path) => [nameOf(path, deckEnding), path])
  )
  const reviews = files
    .filter((path) => !path.endsWith(deckEnding))
    .map((path): ReviewFile => {
      const name = nameOf(path, '.md')
      const deck = decks.get(name)
      return {name, path, ...(deck ? {deck} : {})}
    })
  const known = new Set(reviews.map(({name}) => name))
  const talks = [...decks].filter(([name]) => !known.has(name))
  return [...reviews, ...talks.map(([name, path]) => ({name, path, deck: path}))].toSorted((a, b) =>
    a.path < b.path ? -1 : 1
  )
}

/** Whether a review’s file is a talk that stands by itself. */
export function isTalk({path, deck}: ReviewFile): boolean {
  return path === deck
}

/** Why a review cannot be published under its name, if it cannot. */
export function refusalOfName({name, path}: ReviewFile): string | undefined {
  return name.split('/')[0] === indexName
    ? `Unexpected name of \`${path}\`, expected another: \`${indexName}\` lists all reviews`
    : undefined
}

function nameOf(path: string, ending: string): string {
  return path.slice('content/'.length, -ending.length)
}

function isText(path: string): boolean {
  if (!path.endsWith('.md') || path.startsWith('content/evidence/')) return false
  const name = nameOf(path, path.endsWith(deckEnding) ? deckEnding : '.md')
  return !name.split('/').some((part) => part.startsWith('_') || part.toLowerCase() === 'readme')
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
      .replace(/(?:\.deck)?\.md$/, '')
    const review = all.find((each) => each.name === bare)
    if (!review)
      throw new UserError(
        `Unexpected review \`${name}\`, expected one of ${all.map((each) => `\`${each.name}\``).join(', ')}`
      )
    return review
  })
  return [...new Set(chosen)]
}
