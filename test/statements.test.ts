import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import type {Finding} from '../src/model/finding.js'
import {findingsIn} from './checked.js'
import {root} from './project.js'

interface Statement {
  readonly said?: string
  readonly item?: string
  readonly head?: readonly string[]
  readonly cells?: readonly string[]
  /** `trial-phase: phase III of NCT02881476`; a note is marked as one. */
  readonly found?: readonly string[]
  /** Wrong, and not found. */
  readonly missed?: string
}

describe.each(['en', 'fr'])('statements about trials (%s)', (language) => {
  const statements: Statement[] = parse(
    readFileSync(join(root, `test/fixtures/statements/${language}.yaml`), 'utf8')
  )

  it('are found wrong where they are, and nowhere else', async () => {
    const {text, lines} = written(statements)
    const findings = (await findingsIn(text, {language})).filter(isOfStatements)
    const found = statements.map((statement, index) => {
      const [from = 0, to = 0] = [lines[index], lines[index + 1] ?? Number.POSITIVE_INFINITY]
      const own = findings.filter(({place}) => from <= place.line && place.line < to)
      return {statement: saidIn(statement), found: own.map(inShort)}
    })
    expect(found).toEqual(
      statements.map((statement) => ({statement: saidIn(statement), found: statement.found ?? []}))
    )
  })

  it('are known by at least nine in ten of the false ones', () => {
    const wrong = statements.filter(({found, missed}) => found || missed)
    expect(wrong.filter(({missed}) => missed).length).toBeLessThan(wrong.length / 10)
  })
})

/** The statements as one review, each with the line that it begins on. */
function written(statements: readonly Statement[]): {text: string; lines: number[]} {
  const blocks = statements.map(({said, item, head = [], cells = []}) => {
    if (said !== undefined) return `${said}\n\n`
    if (item !== undefined) return `- ${item}\n\n<!-- -->\n\n`
    return `| ${head.join(' | ')} |\n|${head.map(() => '-').join('|')}|\n| ${cells.join(' | ')} |\n\n`
  })
  let line = 1
  const lines = blocks.map((block) => {
    const start = line
    line += block.split('\n').length - 1
    return start
  })
  return {text: blocks.join(''), lines}
}

function saidIn({said, item, cells = []}: Statement): string {
  return said ?? item ?? cells.join(' | ')
}

function isOfStatements({rule}: Finding): boolean {
  return rule === 'changed-since' || (rule.startsWith('trial-') && rule !== 'trial-without-id')
}

function inShort({rule, severity, message}: Finding): string {
  const [, words, trial] = /“(.*?)” of `(NCT\d{8})`/.exec(message) ?? []
  return `${rule}${severity === 'note' ? ' (note)' : ''}: ${words} of ${trial}`
}
