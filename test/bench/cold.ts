import {join} from 'node:path'
import {barePrint, madeOf, pdfOf} from './bare-print.js'
import {type Asked, type Case, type Command, lectern, type Stage} from './case.js'
import {handedOut, printed} from './handed-out.js'
import {type Files, manyTrials, reviewTimes} from './inputs.js'
import {mdToPdf} from './md-to-pdf.js'
import type {Source} from './parts.js'
import {browserCache, forget, makeProject, publishedOf, reviewsOf} from './project.js'

/** All outputs of the review, from nothing. */
export const all: Case = {
  name: 'all',
  async prepare(stage) {
    const files = reviewTimes(stage.source, 1)
    const project = makeProject(stage.folder, files)
    const build = coldBuild('all outputs', project, files, stage.unverified)
    const bare = await bareCommand('its four PDFs, bare', project, printed, stage)
    const other = await mdToPdf(stage.browser, join(project, 'content/als-review.md'), stage.folder)
    const beside: Asked =
      'reason' in other
        ? {name: 'all outputs ×1', beside: 'md-to-pdf', reason: other.reason, target: 0.5}
        : {name: 'all outputs ×1', of: build.name, to: 'md-to-pdf, one PDF', target: 0.5}
    const pdf = join(project, 'content/als-review.pdf')
    return {
      commands: [
        build,
        bare,
        ...('reason' in other
          ? []
          : [{name: 'md-to-pdf, one PDF', steps: [other], made: () => madeOf([pdf])}])
      ],
      claims: [{name: 'all outputs ×1', of: build.name, to: bare.name, target: 1}, beside]
    }
  }
}

/** The report of the review so many times over, from nothing. */
export function report(times: number, more: Pick<Case, 'weight' | 'isLong'> = {}): Case {
  return oneReport(`report-${times}`, `report ×${times}`, (source) => reviewTimes(source, times), more)
}

/** The report of a review that names so many trials. */
export function trials(count: number, more: Pick<Case, 'weight' | 'isLong'> = {}): Case {
  const name = `report, ${count} trials`
  return oneReport(`trials-${count}`, name, (source) => manyTrials(source, count), more)
}

function oneReport(
  name: string,
  title: string,
  make: (source: Source) => Files,
  more: Pick<Case, 'weight' | 'isLong'>
): Case {
  return {
    name,
    ...more,
    async prepare(stage) {
      const files = make(stage.source)
      const project = makeProject(stage.folder, files)
      const build = coldBuild(title, project, files, ['--only', 'report', ...stage.unverified])
      const bare = await bareCommand(`${title}, bare`, project, ['report'], stage)
      return {commands: [build, bare], claims: [{name: title, of: build.name, to: bare.name, target: 1.8}]}
    }
  }
}

/** A build from nothing but the unpacked browser. */
export function coldBuild(name: string, project: string, files: Files, flags: readonly string[]): Command {
  return {
    name,
    steps: [lectern(project, 'build', ...flags)],
    before: () => forget(project),
    made: () => publishedOf(project, reviewsOf(files))
  }
}

async function bareCommand(
  name: string,
  project: string,
  outputs: typeof printed,
  {browser, folder}: Stage
): Promise<Command> {
  const pages = await handedOut(project, outputs, {cache: browserCache, folder: `${project}-bare`})
  return {
    name,
    steps: pages.map((page) => barePrint(browser, page, folder)),
    made: () => madeOf(pages.map(pdfOf))
  }
}
