import type {Finding, Severity} from '../src/model/finding.js'

/** What the ALS review’s checks find: where, which rule, how severe, and the words that stand there. */
export const alsFindings: readonly [at: string, rule: string, severity: Severity, words: string][] = [
  ['21:210', 'trial-status', 'warning', 'ongoing'],
  ['21:243', 'retired-address', 'note', 'NCT02623699'],
  [
    '22:256',
    'reference-title',
    'note',
    'Stem Cell Therapy for the Treatment of Amyotrophic Lateral Sclerosis'
  ],
  ['23:210', 'trial-without-id', 'warning', 'CENTAUR'],
  ['32:81', 'trial-status', 'note', 'Ongoing'],
  ['32:81', 'trial-status', 'warning', 'Ongoing'],
  ['32:89', 'trial-phase', 'warning', 'phase III'],
  ['32:120', 'trial-acronym', 'warning', 'ALSUMMIT'],
  ['32:268', 'unmentioned-results', 'note', 'NCT03280056'],
  ['32:137', 'retired-address', 'note', 'NCT02881476'],
  ['32:242', 'organisation-spelling', 'warning', 'BrainStorm Therapeutics'],
  ['32:268', 'retired-address', 'note', 'NCT03280056'],
  ['60:4', 'reference-title', 'note', 'Stem Cell Therapy for the Treatment of Amyotrophic Lateral Sclerosis'],
  ['61:4', 'corrected-work', 'warning', 'Potential of Cellular Therapy for ALS'],
  ['61:4', 'reference-title', 'note', 'Potential of Cellular Therapy for ALS'],
  ['61:4', 'uncited-reference', 'note', 'Potential of Cellular Therapy for ALS'],
  ['62:4', 'reference-title', 'warning', 'Current State and Future Directions in ALS Therapy'],
  ['62:4', 'uncited-reference', 'note', 'Current State and Future Directions in ALS Therapy'],
  ['63:4', 'reference-title', 'note', 'Seeking Therapeutic Targets in the Era of Gene Therapy'],
  ['63:4', 'uncited-reference', 'note', 'Seeking Therapeutic Targets in the Era of Gene Therapy'],
  ['63:60', 'reference-journal', 'warning', 'Nature'],
  ['65:16', 'retired-address', 'note', 'NCT02623699'],
  ['65:80', 'retired-address', 'note', 'NCT04856982'],
  ['65:80', 'uncited-trial', 'note', 'NCT04856982'],
  ['66:24', 'retired-address', 'note', 'NCT03280056'],
  ['67:5', 'trial-intervention', 'warning', 'Lenzumestrocel'],
  ['67:37', 'retired-address', 'note', 'NCT02881476']
]

/** Findings as rows of that table, each with the words of the source at its place, as many as the row expects. */
export function rowsOf(findings: readonly Finding[], source: string): string[] {
  const lines = source.split('\n')
  return findings
    .map(({place: {line, column}, rule, severity}) => {
      const at = `${line}:${column}`
      const expected = alsFindings.find((row) => row[0] === at && row[1] === rule)
      const words = lines[line - 1]?.slice(column - 1, column - 1 + (expected?.[3].length ?? 20))
      return `${at} ${rule} ${severity} ${words}`
    })
    .sort()
}

/** The table in the same form. */
export const expectedRows: readonly string[] = alsFindings.map((row) => row.join(' ')).sort()
