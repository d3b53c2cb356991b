import type {Finding, Severity} from '../../model/finding.js'
import type {CheckReport} from './check-report.js'

const commands: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', note: 'notice'}

/** Findings as GitHub’s workflow commands, which it shows beside the lines of a pull request. */
export function toAnnotations({open, waived, showWaived, prefix}: CheckReport): string {
  const shown = [...open, ...(showWaived ? waived : [])]
  return shown.map((finding) => `${toCommand(finding, prefix)}\n`).join('')
}

function toCommand({file, place, severity, rule, message, waived}: Finding, prefix: string): string {
  const properties = {file: prefix + file, line: place.line, col: place.column, title: rule}
  const listed = Object.entries(properties).map(
    ([key, value]) => `${key}=${escaped(String(value), /[%\r\n:,]/g)}`
  )
  const text = waived === undefined ? message : `${message} (waived: ${waived})`
  const command = waived === undefined ? commands[severity] : commands.note
  return `::${command} ${listed.join(',')}::${escaped(text, /[%\r\n]/g)}`
}

function escaped(text: string, signs: RegExp): string {
  return text.replace(signs, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}
