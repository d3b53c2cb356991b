import type {Pdf} from '../pdf/pdf.js'
import {type Dict, Text} from '../pdf/values.js'
import {dictionary} from './objects.js'

/**
 * Chromium’s bookmarks lose the space at which a heading’s line broke: `AmyotrophicLateral Sclerosis`. As many as there
 * are headings are in their order; else each is known by its letters.
 */
export function mendBookmarks(pdf: Pdf, headings: readonly string[]): void {
  const bookmarks = bookmarksOf(pdf, dictionary(pdf, pdf.catalog.get('Outlines')))
  if (bookmarks.length === headings.length)
    for (const [index, heading] of headings.entries()) bookmarks[index]?.set('Title', Text.of(heading))
  else mendByLetters(pdf, headings)
}

function bookmarksOf(pdf: Pdf, parent: Dict | undefined): Dict[] {
  const found: Dict[] = []
  for (let item = dictionary(pdf, parent?.get('First')); item; item = dictionary(pdf, item.get('Next')))
    found.push(item, ...bookmarksOf(pdf, item))
  return found
}

function mendByLetters(pdf: Pdf, headings: readonly string[]): void {
  const places = new Map<string, number[]>()
  for (const [index, heading] of headings.entries()) {
    const same = places.get(dense(heading))
    if (same) same.push(index)
    else places.set(dense(heading), [index])
  }
  let next = 0
  walk(dictionary(pdf, pdf.catalog.get('Outlines')))

  function walk(parent: Dict | undefined): void {
    for (let item = dictionary(pdf, parent?.get('First')); item; item = dictionary(pdf, item.get('Next'))) {
      const title = String(item.get('Title') ?? '')
      const same = places.get(dense(title)) ?? places.get(onceOf(dense(title))) ?? []
      while ((same[0] ?? next) < next) same.shift()
      // A formula’s slanted letters are no words: the heading in this place says it.
      const [index = slanted.test(title) ? next : undefined] = same
      const heading = headings[index ?? -1]
      if (index !== undefined) next = index + 1
      if (heading !== undefined && heading !== title) item.set('Title', Text.of(heading))
      walk(item)
    }
  }
}

const slanted = /[\u{1D400}-\u{1D7FF}]/u

/** A heading that moves to the next page to stay with its text is named twice over. */
function onceOf(title: string): string {
  const half = title.slice(0, title.length / 2)
  return half.repeat(2) === title ? half : title
}

function dense(text: string): string {
  return text.replace(/\s+/g, '')
}
