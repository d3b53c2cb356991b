import {writeFile} from 'node:fs/promises'
import type {Finding} from '../../model/finding.js'
import {UserError} from '../../model/user-error.js'
import {severe} from '../severe.js'
import {type CheckOptions, type CheckResult, check} from './check.js'
import {type Format, reportCheck} from './report-check.js'

/** What a caller asks of a check, and of what it tells. */
export interface ToldCheckOptions extends CheckOptions {
  readonly format: Format
  /** A file that `writeBaseline` wrote: what it knows is not told. */
  readonly baseline?: string
  /** Where to write what is found, as known from now on. */
  readonly writeBaseline?: string
  readonly showWaived?: boolean
  /** Whether a warning is as bad as an error. */
  readonly strict?: boolean
  /** The project’s folder as the working directory sees it, ending with `/`; empty where it is that. */
  readonly prefix: string
}

/** Checks reviews and gives what is to be printed, and whether all is well. */
export async function toldCheck(options: ToldCheckOptions): Promise<{text: string; ok: boolean}> {
  const {
    project,
    reviews,
    format,
    baseline,
    writeBaseline,
    showWaived = false,
    strict = false,
    prefix
  } = options
  if (writeBaseline !== undefined && reviews.length > 0)
    throw new UserError(
      'Unexpected review beside `--write-baseline`, expected all: a baseline is the project’s'
    )
  // Baselines are read with schemas, which take as long to load as all else.
  const known =
    baseline === undefined && writeBaseline === undefined ? undefined : await import('./baseline.js')
  const before = baseline === undefined ? undefined : await known?.readBaseline(baseline)
  const result = await check({project, reviews})
  const all = result.findings.filter(({waived}) => waived === undefined)
  const isLookedAt = (file: string) => reviews.length === 0 || result.files.has(file)
  const compared = before && known?.compare(all, before, isLookedAt)
  const open = compared?.fresh ?? all
  const text = reportCheck(
    {
      open,
      waived: result.findings.filter(({waived}) => waived !== undefined),
      reviews: result.reviews,
      ...(compared ? {baseline: {known: compared.known, gone: compared.gone}} : {}),
      ...{showWaived, prefix}
    },
    format
  )
  if (!known || writeBaseline === undefined) return {text, ok: isWell(open, result, strict)}
  await writeFile(writeBaseline, known.formatBaseline(all)).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message.split(',')[0] : String(error)
    throw new UserError(
      `Unexpected failure to write \`${writeBaseline}\`, expected a file that may be written: ${reason}`,
      3
    )
  })
  return {text, ok: true}
}

/** A warning is as bad as an error where it keeps a final review from being built. */
function isWell(open: readonly Finding[], {reviews}: CheckResult, strict: boolean): boolean {
  const told = new Set(open)
  const finals = reviews.filter(({status}) => status === 'final').flatMap(({findings}) => findings)
  const blocking = finals.filter((finding) => told.has(finding))
  if (reviews.some(({isHopeless}) => isHopeless)) return false
  return severe(open, 'error') === 0 && severe(strict ? open : blocking, 'warning') === 0
}
