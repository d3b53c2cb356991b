import type {VFile} from 'vfile'
import type {Document} from '../../model/document.js'
import type {Page} from '../../model/page.js'
import {formulasOf, toFormulasPage, withFormulaWidths} from '../../output/formulas.js'
import {measureFormulas} from '../../press/measure-formulas.js'
import type {Press} from '../../press/press.js'

/** A formula wider than this, in ems, would be smaller than 6 pt in the report’s column. */
const widest = 56

/** Measures a review’s formulas, for all outputs at once; one that no readable size makes fit is an error at its place. */
export async function measuredFormulas(
  document: Document,
  file: VFile,
  press: Press,
  html: (page: Page) => string
): Promise<Document> {
  const formulas = formulasOf(document)
  if (formulas.length === 0) return document
  const own = formulasOf({...document, conclusion: undefined}).length
  const ems = await measureFormulas(press, html(toFormulasPage(formulas, document)))
  const said = new Set<unknown>()
  for (const [index, formula] of formulas.entries()) {
    const offset = formula.position?.start.offset
    // What is concluded stands in the text too, and is said there.
    if ((ems[index] ?? 0) <= widest || index >= own || said.has(offset)) continue
    if (offset !== undefined) said.add(offset)
    file.message('Unexpected formula wider than the page, expected shorter ones', {
      place: formula.position,
      source: 'fit',
      ruleId: 'wide-formula'
    }).fatal = true
  }
  return withFormulaWidths(document, ems)
}
