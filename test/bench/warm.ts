import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Case, type Command, lectern, nothing} from './case.js'
import {reviewTimes} from './inputs.js'
import {forget, makeProject} from './project.js'

/** A build with nothing changed. */
export const warm: Case = {
  name: 'warm',
  weight: 4,
  async prepare({folder, source, unverified}) {
    const project = makeProject(folder, reviewTimes(source, 1))
    const again = {name: 'nothing changed', steps: [lectern(project, 'build', ...unverified)]}
    return {
      commands: [again, nothing],
      claims: [{name: 'nothing changed', of: again.name, to: nothing.name, target: 3}]
    }
  }
}

/** A build after one word was changed: one that every output shows, and one that only the report does. */
export const word: Case = {
  name: 'word',
  async prepare({folder, source, unverified}) {
    const files = reviewTimes(source, 1)
    const text = files.get('content/als-review.md') ?? ''
    const project = makeProject(folder, files)
    const change = (put: (word: string) => string) => {
      let count = 0
      return () => writeFileSync(join(project, 'content/als-review.md'), put(`changed${count++}`))
    }
    const aside = (word: string) => `:::report-only\nA ${word} remark.\n:::\n\n## Conclusion\n`
    const commands: Command[] = [
      {
        name: 'one word changed',
        steps: [lectern(project, 'build', ...unverified)],
        before: change((word) => text.replace('## Conclusion\n', `$&\nA ${word} remark.\n`))
      },
      {
        name: 'all outputs anew',
        steps: [lectern(project, 'build', ...unverified)],
        before: () => forget(project)
      },
      {
        name: 'nothing but a remark of the report, before its word changes',
        steps: [lectern(project, 'build', ...unverified)],
        before: change((word) => text.replace('## Conclusion\n', aside(`first ${word}`)))
      },
      {
        name: 'one word changed, in the report alone',
        steps: [lectern(project, 'build', ...unverified)],
        before: change((word) => text.replace('## Conclusion\n', aside(word)))
      }
    ]
    const beside = 'all outputs anew'
    return {
      commands,
      claims: [
        {name: 'one word changed', of: 'one word changed', to: beside},
        {name: 'one word of the report alone', of: 'one word changed, in the report alone', to: beside}
      ]
    }
  }
}

/** A check, the first and further ones. */
export const check: Case = {
  name: 'check',
  weight: 4,
  async prepare({folder, source}) {
    const project = makeProject(folder, reviewTimes(source, 1))
    const step = {...lectern(project, 'check'), mayEndWith: 1}
    const commands: Command[] = [
      {
        name: 'first check',
        steps: [step],
        before: () => rmSync(join(project, '.lectern'), {recursive: true, force: true})
      },
      {name: 'check again', steps: [step]},
      nothing
    ]
    return {
      commands,
      claims: [
        {name: 'first check', of: 'first check', to: nothing.name},
        {name: 'check again', of: 'check again', to: nothing.name, target: 4}
      ]
    }
  }
}

/** The help. */
export const help: Case = {
  name: 'help',
  weight: 4,
  async prepare({folder}) {
    const show = {name: '`--help`', steps: [lectern(folder, '--help')]}
    return {
      commands: [show, nothing],
      claims: [{name: show.name, of: show.name, to: nothing.name, target: 1.5}]
    }
  }
}
