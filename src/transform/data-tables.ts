import type {Element} from 'hast'
import {h} from 'hastscript'
import type {LeafDirective} from 'mdast-util-directive'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {type DataKind, type DataTable, dataKinds} from '../model/data-table.js'
import type {Fill} from '../model/fill.js'
import type {World} from '../model/world.js'
import type {Reading} from './directives.js'
import {asWritten} from './directives.js'
import type {Made} from './made.js'
import {isNumericColumn} from './numeric-columns.js'
import {elementsOf} from './place-tables.js'
import {pathOf, resolvePath} from './sources.js'

/** Takes a data file apart. What is wrong with it is said on its own file. */
export type ReadData = (
  path: string,
  kind: DataKind,
  bytes: Uint8Array
) => {readonly file: VFile; readonly table?: DataTable}

interface TableOptions {
  readonly world: World
  readonly fill: Fill
  readonly readData: ReadData
}

/** Tables of data files in the places of their `::table{src=…}`. */
export function readingTables(
  file: VFile,
  made: Made,
  {world, fill, readData}: TableOptions
): (reading: Reading) => Promise<void> {
  return async (reading) => {
    const {node, attributes} = reading
    const element = await read(reading)
    if (!element) return leaveAsWritten(reading)
    // Positions in the filled template mean nothing to the author; the directive’s do.
    visit(element, (each) => {
      if (node.position) each.position = node.position
    })
    const key = made.add(() => [element])
    node.data = {hName: 'lectern-directive', hProperties: {name: attributes.src ?? '', key}}
  }

  async function read({node, attributes}: Reading): Promise<Element | undefined> {
    const {src = '', template = 'data', caption, id} = attributes
    const complain = (message: string, ruleId: string) => {
      file.message(message, {place: node.position, source: 'transform', ruleId}).fatal = true
      return undefined
    }
    const name = `table/${template}`
    if (!fill.names.includes(name)) {
      const known = fill.names.filter((each) => each.startsWith('table/'))
      const expected = known.map((each) => `\`${each.slice('table/'.length)}\``).join(', ')
      return complain(`Unexpected template \`${template}\`, expected one of ${expected}`, 'unknown-template')
    }
    const path = resolvePath(pathOf(file, node), src)
    const kind = dataKinds.find((each) => path.toLowerCase().endsWith(`.${each}`))
    if (!kind || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(src))
      return complain(
        `Unexpected data \`${src}\`, expected a file of the project: ${dataKinds.join(', ')}`,
        'missing-data'
      )
    const bytes = await world.read(path).catch(() => undefined)
    if (!bytes)
      return complain(`Unexpected missing data \`${src}\`, expected a file at \`${path}\``, 'missing-data')
    const {file: data, table} = readData(path, kind, bytes)
    const others = file.data.others ?? []
    if (data.messages.length > 0 && !others.some((each) => each.path === path)) {
      if (node.position) data.data.asked = node.position.start
      file.data.others = [...others, data]
    }
    if (!table) return undefined
    try {
      return wrapped(elementsOf(fill(name, toTemplateData(table, caption, id))), id)
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
      return complain(
        `Unexpected failure of the template \`${template}\`, expected one that fits: ${reason}`,
        'malformed-template'
      )
    }
  }

  function leaveAsWritten({node, parent}: Reading): void {
    const siblings: unknown[] = parent.children
    siblings.splice(siblings.indexOf(node satisfies LeafDirective), 1, asWritten(node, String(file)))
  }
}

/** What a table’s template is given. */
function toTemplateData(
  {columns, rows}: DataTable,
  caption: string | undefined,
  id: string | undefined
): object {
  const numeric = columns.map((_, index) => isNumericColumn(rows.map((row) => row[index] ?? '')))
  const first = rows.map(([cell = '']) => cell)
  const isHeader = !first.includes('') && new Set(first).size === first.length && columns.length > 1
  return {
    id: id ?? '',
    caption: caption ?? '',
    columns: columns.map((column, index) => ({...column, numeric: index > 0 && numeric[index] === true})),
    rows: rows.map((row) => ({
      cells: row.map((text, index) => ({
        text,
        numeric: index > 0 && numeric[index] === true,
        header: index === 0 && isHeader
      }))
    })),
    records: rows.map((row) => Object.fromEntries(columns.map(({key}, index) => [key, row[index] ?? ''])))
  }
}

function wrapped(elements: Element[], id: string | undefined): Element {
  const [only, ...others] = elements
  if (only && others.length === 0) return only
  return h('div', id ? {id} : {}, elements)
}
