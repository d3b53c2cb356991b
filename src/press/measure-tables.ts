/// <reference lib="dom" />
import type {TableMeasure} from '../model/page.js'
import type {Press} from './press.js'

/** Measures every table of a page, in order. */
export function measureTables(press: Pick<Press, 'measure'>, html: string): Promise<TableMeasure[]> {
  return press.measure(html, {width: 1280, height: 720}, question)
}

// Runs in the page: nothing outside its own body exists there.
function question(): TableMeasure[] {
  const roomy = 5
  return [...document.querySelectorAll('table')].map((table) => {
    const em = Number.parseFloat(getComputedStyle(table).fontSize)
    const widths = (width: string) => {
      table.style.width = width
      const columns: number[] = []
      for (const row of table.rows) {
        let at = 0
        for (const cell of row.cells) {
          if (cell.colSpan === 1) columns[at] = Math.max(columns[at] ?? 0, cell.getBoundingClientRect().width)
          at += cell.colSpan
        }
      }
      return {columns, whole: table.getBoundingClientRect().width}
    }
    const most = widths('max-content')
    const least = widths('0')
    table.classList.add('broken')
    const broken = widths('0')
    const comfortable = least.columns.reduce(
      (sum, width, index) => sum + Math.max(width, Math.min(most.columns[index] ?? width, roomy * em)),
      0
    )
    return {comfortable: Math.max(comfortable, least.whole), least: least.whole, broken: broken.whole}
  })
}
