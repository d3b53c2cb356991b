import type {VFile} from 'vfile'
import type {Finding, Severities, Severity} from '../model/finding.js'
import {lineIn} from '../transform/sources.js'
import {distinct} from './distinct.js'
import {type Found, waived} from './waived.js'
import {withSeverity} from './with-severity.js'

/**
 * What was said of a review, in the order of its text, then of its included files and of the data it asked for,
 * each at its own place, as severe as the project has it, and with the reason where its author waived it. A message’s
 * `fatal` is the VFile convention: error, warning, note.
 */
export function findingsOf(file: VFile, severities: Severities = {}): Finding[] {
  const data = (file.data.others ?? []).flatMap((other): Found[] =>
    foundIn(other).map(({finding}) => ({finding, at: other.data.asked}))
  )
  const found = [...foundIn(file), ...data].flatMap((each) => withSeverity(each, severities))
  const all = waived(found, file, severities).map(({finding}) => finding)
  return distinct(all)
}

function foundIn(file: VFile): (Found & {at: Finding['place']})[] {
  return file.messages
    .map(({line = 1, column = 1, fatal, reason, ruleId}) => {
      const own = lineIn(file, line)
      return {
        at: {line, column},
        finding: {
          file: own.path,
          place: {line: own.line, column},
          severity: severityOf(fatal),
          message: reason,
          rule: ruleId ?? 'lectern'
        }
      }
    })
    .toSorted(({at: a}, {at: b}) => a.line - b.line || a.column - b.column)
}

function severityOf(fatal: boolean | null | undefined): Severity {
  if (fatal) return 'error'
  return fatal === false ? 'warning' : 'note'
}
