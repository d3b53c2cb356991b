import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {refresh} from '../src/app/refresh/refresh.js'
import type {RefreshOptions} from '../src/app/refresh/refresh-options.js'
import {makeProject} from './project.js'
import {environmentOf, type Holdings, type RegistryServer, serveRegistries} from './registry-server.js'

// biome-ignore lint/suspicious/noExplicitAny: records of any form are what this is about.
export type Loose = any

export interface Scene extends Omit<Holdings, 'studies'> {
  readonly held?: readonly unknown[]
  readonly references?: readonly unknown[]
  readonly studies?: readonly Loose[]
  readonly files?: Readonly<Record<string, string>>
  readonly options?: Partial<RefreshOptions>
  /** An earlier run, whose project and server are gone on with. */
  readonly on?: {readonly project: string; readonly server: RegistryServer}
}

/** Refreshes trials unless told otherwise, in a project of its own with the lock that is given, against registries of its own. */
export async function run(
  {held = [], references = [], studies = [], files = {}, options, on, ...holdings}: Scene,
  tellProject?: (folder: string) => void
) {
  const byId = Object.fromEntries(
    studies.map((each) => [each.protocolSection.identificationModule.nctId, each])
  )
  const server = on?.server ?? (await serveRegistries({...holdings, studies: byId}))
  if (!on) onTestFinished(() => server.close())
  const project =
    on?.project ??
    makeProject({
      'content/evidence/trials.json': lockOf(held),
      'content/evidence/references.json': lockOf(references),
      ...files
    })
  tellProject?.(project)
  if (on && options?.today === undefined)
    writeFileSync(join(project, 'content/evidence/trials.json'), lockOf(held))
  const asked = server.asked.length
  const [lines, errors, slept, findings, messages]: [string[], string[], number[], string[], string[]] = [
    [],
    [],
    [],
    [],
    []
  ]
  let now = 0
  const {whole, summary} = await refresh({
    project,
    trials: true,
    references: false,
    dryRun: false,
    add: [],
    today: '2026-01-02',
    environment: environmentOf(server),
    outside: {
      fetch,
      now: () => now,
      sleep: async (milliseconds) => {
        slept.push(milliseconds)
        now += milliseconds
      }
    },
    tell: {
      finding: ({rule, message}) => {
        findings.push(rule)
        messages.push(message)
      },
      change: (line) => lines.push(line),
      say: (line) => errors.push(line)
    },
    ...options
  })
  const text = readFileSync(join(project, 'content/evidence/trials.json'), 'utf8')
  const trials: Loose[] = JSON.parse(text)
  const works: Loose[] = JSON.parse(readFileSync(join(project, 'content/evidence/references.json'), 'utf8'))
  return {
    project,
    server,
    asked: server.asked.slice(asked),
    lines,
    errors,
    slept,
    findings,
    messages,
    whole,
    summary,
    text,
    trials,
    works
  }
}

/** Registries that close with the tests. */
export async function serve(holdings: Holdings): Promise<RegistryServer> {
  const server = await serveRegistries(holdings)
  onTestFinished(() => server.close())
  return server
}

/** Records as a file of the lock holds them. */
export function lockOf(records: readonly unknown[]): string {
  return `${JSON.stringify(records, undefined, 2)}\n`
}
