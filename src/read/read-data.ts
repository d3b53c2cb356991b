import {VFile} from 'vfile'
import type {DataKind, DataTable} from '../model/data-table.js'
import type {Place} from '../model/origin.js'
import {readCsv} from './csv.js'
import {readJson} from './json.js'
import {readYaml, type Yaml} from './yaml.js'

const mostRows = 5000
const mostColumns = 60
/** YAML is slow to read; a table of data that long is no YAML by hand. */
const mostBytes: Readonly<Record<DataKind, number>> = {
  csv: 10_000_000,
  tsv: 10_000_000,
  json: 10_000_000,
  yaml: 1_000_000,
  yml: 1_000_000
}

/** A data file as a table of texts. Mistakes are errors on the file, at their places; then there is no table. */
export function readData(path: string, kind: DataKind, bytes: Uint8Array): {file: VFile; table?: DataTable} {
  const file = new VFile({path})
  const table = bytes.length > mostBytes[kind] ? refuseSize() : read()
  return file.messages.some(({fatal}) => fatal) || !table ? {file} : {file, table}

  function read(): DataTable | undefined {
    let text: string
    try {
      text = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    } catch {
      return complain('Unexpected bytes, expected text in UTF-8', {line: 1, column: 1}, 'not-utf8')
    }
    const table =
      kind === 'csv' || kind === 'tsv'
        ? fromCsv(text, kind)
        : fromValue(kind === 'json' ? readJson(text) : readYaml(text))
    if (table && table.columns.length > mostColumns) return refuse(`${table.columns.length} columns`)
    if (table && table.rows.length > mostRows) return refuse('more rows')
    return table
  }

  function fromCsv(text: string, separator: 'csv' | 'tsv'): DataTable | undefined {
    const {rows, error} = readCsv(text, separator, mostRows + 2)
    if (error)
      return complain(
        `Unexpected sign, expected sound ${separator.toUpperCase()}: ${error.message}`,
        error.place
      )
    const [head, ...body] = rows
    if (!head) return complain('Unexpected empty data, expected a row of labels', {line: 1, column: 1})
    const {length} = head.cells
    if (length > mostColumns) return refuse(`${length} columns`)
    for (const {cells, line} of body) {
      if (cells.length === length) continue
      file.message(`Unexpected row of ${cells.length} cells, expected ${length} as in the first row`, {
        place: {line, column: 1},
        source: 'read',
        ruleId: 'uneven-row'
      })
    }
    const widest = Math.min(Math.max(length, ...body.map(({cells}) => cells.length)), mostColumns)
    const labels = Array.from({length: widest}, (_, index) => head.cells[index]?.trim() ?? '')
    return {
      columns: labels.map((label, index) => ({key: label || `column${index + 1}`, label})),
      rows: body.map(({cells}) => labels.map((_, index) => (cells[index] ?? '').trim()))
    }
  }

  /** A list of records, or `columns` and `rows`. */
  function fromValue({value, errors, at}: Yaml): DataTable | undefined {
    const [error] = errors
    if (error) return complain(`Unexpected sign, expected sound data: ${error.message}`, error.place)
    const isPair = isRecord(value) && Array.isArray(value.rows)
    const rows = isPair ? value.rows : value
    if (!Array.isArray(rows))
      return complain('Unexpected data, expected a list of records, or `columns` and `rows`', at([]))
    if (rows.length > mostRows) return refuse(`${rows.length} rows`)
    const columns = (isPair ? columnsOf(value.columns) : undefined) ?? keysOf(rows)
    if (columns.length > mostColumns) return refuse(`${columns.length} columns`)
    if (columns.length === 0) return complain('Unexpected empty data, expected records', at([]))
    const below = isPair ? ['rows'] : []
    return {
      columns,
      rows: rows.map((row: unknown, index) => {
        const isSound = isRecord(row) || (Array.isArray(row) && isPair && row.length <= columns.length)
        if (!isSound) complain('Unexpected row, expected a record of the columns', at([...below, index]))
        return columns.map(({key}, column) => {
          const cell: unknown = Array.isArray(row)
            ? row[column]
            : isRecord(row) && Object.hasOwn(row, key)
              ? row[key]
              : ''
          if (cell === undefined || cell === null) return ''
          // YAML’s sign for nothing; all else of it is text.
          if (kind === 'yaml' && cell === '~') return ''
          if (typeof cell === 'string') return cell.trim()
          complain(
            `Unexpected ${Array.isArray(cell) ? 'list' : 'record'} in the cell \`${key}\`, expected text or a number`,
            at([...below, index, Array.isArray(row) ? column : key])
          )
          return ''
        })
      })
    }
  }

  function refuseSize(): undefined {
    return refuse(`${Math.ceil(bytes.length / 1e6)} MB`)
  }

  function refuse(found: string): undefined {
    return complain(
      `Unexpected data of ${found}, expected at most ${mostRows} rows, ${mostColumns} columns and ${mostBytes[kind] / 1e6} MB`,
      {line: 1, column: 1},
      'data-limit'
    )
  }

  function complain(message: string, place: Place, ruleId = 'malformed-data'): undefined {
    file.message(message, {place, source: 'read', ruleId}).fatal = true
  }
}

function columnsOf(value: unknown): {key: string; label: string}[] | undefined {
  if (!Array.isArray(value)) return undefined
  return value.map((each: unknown, index) => {
    if (!isRecord(each)) return {key: String(each), label: String(each)}
    const key = typeof each.key === 'string' ? each.key : `column${index + 1}`
    return {key, label: typeof each.label === 'string' ? each.label : key}
  })
}

/** The keys of all records, in the order they come up. */
function keysOf(rows: readonly unknown[]): {key: string; label: string}[] {
  const keys = new Set(rows.flatMap((row) => (isRecord(row) ? Object.keys(row) : [])))
  return [...keys].map((key) => ({key, label: key}))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
