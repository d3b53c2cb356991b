import {createHash} from 'node:crypto'
import type {Finding} from '../../model/finding.js'
import {rules} from '../../model/rules.js'
import {version} from '../version.js'
import type {CheckReport} from './check-report.js'
import {withoutLines} from './without-lines.js'

const root = 'SRCROOT'

/** Findings as SARIF 2.1.0, which code scanning reads: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function toSarif({open, waived, baseline, prefix}: CheckReport): string {
  const findings = [...open, ...waived]
  const ids = [...new Set(findings.map(({rule}) => rule))].sort()
  const seen = new Map<string, number>()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'Lectern', semanticVersion: version, rules: ids.map(toRule)}},
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {[root]: {description: {text: 'The folder that the check was started in.'}}},
        results: findings.map((finding) => toResult(finding))
      }
    ]
  }
  return `${JSON.stringify(log, undefined, 2)}\n`

  function toResult(finding: Finding): object {
    const {file, place, severity, rule, message, waived: reason} = finding
    const suppression = {kind: 'inSource', status: 'accepted', justification: reason}
    return {
      ruleId: rule,
      ruleIndex: ids.indexOf(rule),
      level: severity,
      message: {text: message},
      locations: [
        {
          physicalLocation: {
            artifactLocation: {uri: toUri(prefix + file), uriBaseId: root},
            region: {startLine: place.line, startColumn: place.column}
          }
        }
      ],
      partialFingerprints: {'finding/v1': fingerprint(finding)},
      ...(reason === undefined ? {} : {suppressions: [suppression]}),
      ...(baseline && reason === undefined ? {baselineState: 'new'} : {})
    }
  }

  /** The same for a finding whose line moves; another for each of several with the same words. */
  function fingerprint({file, rule, message}: Finding): string {
    const key = JSON.stringify([file, rule, withoutLines(message)])
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return createHash('sha256').update(`${key}:${count}`).digest('hex').slice(0, 32)
  }
}

function toRule(id: string): object {
  const {severity, says} = rules[id] ?? {severity: 'warning', says: id}
  return {
    id,
    shortDescription: {text: says},
    help: {
      text: `${says} Mend it, or, unless it is an error, waive it where it stands: <!-- lectern-waive ${id}: reason -->`
    },
    defaultConfiguration: {level: severity}
  }
}

function toUri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
