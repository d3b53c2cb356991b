import {CsvError, parse} from 'csv-parse/sync'
import type {Place} from '../model/origin.js'

/** The records of a text of values parted by commas, semicolons or tabs, each with the line it ends on. */
export function readCsv(
  text: string,
  kind: 'csv' | 'tsv',
  most: number
): {
  rows: readonly {readonly cells: readonly string[]; readonly line: number}[]
  error?: {message: string; place: Place}
} {
  try {
    const records: unknown = parse(text, {
      bom: true,
      delimiter: kind === 'tsv' ? '\t' : delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: most
    })
    // The library’s types know nothing of `info: true`.
    const found = records as {record: string[]; info: {lines: number}}[]
    return {rows: found.map(({record, info}) => ({cells: record, line: info.lines}))}
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error.lines ?? 1)
    const [reason = ''] = error.message.split(/:? at line |, (?:got|the parsing)/)
    return {rows: [], error: {message: reason, place: {line: Math.max(line, 1), column: 1}}}
  }
}

/** Where a comma parts decimals, a semicolon parts values. */
function delimiterOf(text: string): string {
  const [head = ''] = text.slice(0, 10_000).split(/[\r\n]/, 1)
  return head.split(';').length > head.split(',').length ? ';' : ','
}
