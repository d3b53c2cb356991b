import type {TableMeasure} from '../model/page.js'

/** How a table is set on paper: upright, turned to a landscape page, there in smaller type, there with words that break. */
export type TableSetting = 'upright' | 'turned' | 'turned-small' | 'turned-broken'

/** The widths a table may have on a sheet, in CSS pixels. */
export interface Widths {
  readonly upright: number
  readonly turned: number
}

/** Smaller type is this part of a table’s own: 7 pt of 7.9 pt, the least that is read with ease. */
const smallest = 7 / 7.9

/** How to set a table so that nothing of it is cut; undefined where nothing helps. */
export function fitTable(
  {comfortable, least, broken}: TableMeasure,
  widths: Widths
): TableSetting | undefined {
  if (comfortable <= widths.upright) return 'upright'
  if (least <= widths.turned) return 'turned'
  if (least * smallest <= widths.turned) return 'turned-small'
  if (broken * smallest <= widths.turned) return 'turned-broken'
  return undefined
}
