import type {Description} from '../model/page.js'
import {mendBookmarks} from './finish/bookmarks.js'
import {markContent} from './finish/content.js'
import {dropEmpty} from './finish/empty-tags.js'
import {mendFigures} from './finish/figures.js'
import {mendHeadings} from './finish/headings.js'
import {mendLinks} from './finish/links.js'
import {mendLists} from './finish/lists.js'
import {describe} from './finish/metadata.js'
import {mendParagraphs} from './finish/paragraphs.js'
import {readTags} from './finish/read-tags.js'
import {mapRoles} from './finish/role-map.js'
import {nameElements} from './finish/structure-names.js'
import {mendTables} from './finish/tables.js'
import {writeTags} from './finish/write-tags.js'
import {Pdf} from './pdf/pdf.js'
import {writePdf} from './pdf/write-pdf.js'

/**
 * Chromium’s PDF, finished: described as a library catalogue wants it, tagged as PDF/UA-1 wants it, dated by the
 * review (or not at all), and the same bytes for the same page. What the pages look like is not touched.
 */
export function finish(raw: Uint8Array, description: Description): {bytes: Uint8Array; pages: number} {
  const pdf = new Pdf(raw)
  const pages = pdf.pages()
  describe(pdf, description)
  mendBookmarks(pdf, description.headings)
  const top = readTags(pdf)
  if (top) {
    markContent(pdf, pages, top)
    dropEmpty(top)
    mendLinks(pdf, pages, top, description.links)
    mendFigures(top)
    mendLists(pdf, top)
    mendTables(pdf, top)
    mendHeadings(top)
    mendParagraphs(top)
    nameElements(pdf, top)
    mapRoles(pdf, top)
    writeTags(pdf, pages, top)
  }
  return {bytes: writePdf(pdf), pages: pages.length}
}
