import type {Finding} from '../../model/finding.js'
import {severe} from '../severe.js'
import type {CheckReport} from './check-report.js'

/** Findings as data, in the shape that `docs/checks.md` describes; what is waived among them. */
export function toJson({open, waived, reviews, baseline}: CheckReport): string {
  const report = {
    version: 1,
    reviews: reviews.map(({name, path, status, findings, refused}) => ({
      review: name,
      file: path,
      ...(status ? {status} : {}),
      builds: refused === undefined,
      ...(refused === undefined ? {} : {reason: refused}),
      errors: severe(findings, 'error'),
      warnings: severe(findings, 'warning'),
      notes: severe(findings, 'note'),
      waived: findings.filter((finding) => finding.waived !== undefined).length
    })),
    findings: [...open, ...waived].map(toItem),
    ...(baseline ? {baseline} : {})
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}

function toItem({file, place, severity, rule, message, waived}: Finding): object {
  const {line, column} = place
  return {file, line, column, severity, rule, message, ...(waived === undefined ? {} : {waived})}
}
