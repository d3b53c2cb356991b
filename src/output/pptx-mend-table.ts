import type {Element} from 'xast'
import {mendText} from './pptx-mend-text.js'
import {wholeRows} from './pptx-slide.js'
import type {Palette} from './pptx-theme.js'
import {allNamed, childrenNamed, element, firstNamed} from './pptx-xml.js'
import type {Shape} from './shape.js'

/** A table as large as its columns and rows, with a text in each cell. */
export function mendTable(node: Element, table: Extract<Shape, {kind: 'table'}>, palette: Palette): void {
  const {isLeftward, hasHead, hasStub, widths, box} = table
  firstNamed(node, 'a:tblPr').attributes = {
    ...(isLeftward ? {rtl: '1'} : {}),
    ...(hasHead ? {firstRow: '1'} : {}),
    ...(hasStub ? {firstCol: '1'} : {})
  }
  const sum = (name: string, key: string) =>
    allNamed(node, name).reduce((total, each) => total + Number(each.attributes[key]), 0)
  firstNamed(node, 'a:ext').attributes = {cx: String(sum('a:gridCol', 'w')), cy: String(sum('a:tr', 'h'))}
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((total, width) => total + width, 0))
  const rows = allNamed(node, 'a:tr')
  for (const [index, row] of wholeRows(table).entries()) {
    const cells = childrenNamed(rows[index] ?? node, 'a:tc')
    for (const each of cells) {
      each.children = each.children.filter((child) => child.type === 'element')
      if (childrenNamed(each, 'a:txBody').length === 0)
        each.children.unshift(
          element('a:txBody', {}, [element('a:bodyPr'), element('a:lstStyle'), element('a:p')])
        )
    }
    for (const cell of row) {
      const own = cells[cell.column]
      if (!own) continue
      const [, end = 0, , begin = 0] = cell.padding
      const from = starts[cell.column] ?? 0
      const width = widths
        .slice(cell.column, cell.column + cell.columns)
        .reduce((total, each) => total + each, 0)
      const inside = {
        x: (isLeftward ? box.x + box.width - from - width : box.x + from) + begin,
        width: width - begin - end
      }
      mendText(childrenNamed(firstNamed(own, 'a:txBody'), 'a:p'), cell.paragraphs, inside, palette)
    }
  }
}
