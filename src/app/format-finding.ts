import type {Finding} from '../model/finding.js'

/** `content/als.md:12:3  warning  Unexpected …, expected …  unknown-trial` */
export function formatFinding({file, place, severity, message, rule}: Finding): string {
  return `${file}:${place.line}:${place.column}  ${severity}  ${message}  ${rule}`
}
