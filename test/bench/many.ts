import {type Case, lectern, nothing, type Stage} from './case.js'
import {coldBuild} from './cold.js'
import {collection, type Files, smallReviews} from './inputs.js'
import {makeProject, publishedOf, reviewsOf} from './project.js'

/** A hundred small reviews, and one of them alone. */
export const many: Case = {
  name: 'many',
  weight: 0.5,
  isLong: true,
  async prepare(stage) {
    const one = smallReviews(stage.source, 2)
    const alone = coldBuild('2 small reviews', makeProject(stage.folder, one), one, stage.unverified)
    const {commands, claims} = twice('100 small reviews', smallReviews(stage.source, 100), stage)
    return {
      commands: [...commands, alone, nothing],
      claims: [{name: '100 small reviews', of: '100 small reviews', to: alone.name}, ...claims]
    }
  }
}

/** An outside collection: reviews of many sizes in two languages, built twice. */
export const outside: Case = {
  name: 'collection',
  weight: 0.1,
  isLong: true,
  isExtra: true,
  async prepare(stage) {
    const {commands, claims} = twice('224 reviews', collection(stage.source, 224), stage)
    return {commands: [...commands, nothing], claims}
  }
}

function twice(name: string, files: Files, {folder, unverified}: Stage) {
  const project = makeProject(folder, files)
  const again = {
    name: `${name}, again`,
    steps: [lectern(project, 'build', ...unverified)],
    made: () => publishedOf(project, reviewsOf(files))
  }
  return {
    commands: [coldBuild(name, project, files, unverified), again],
    claims: [
      {name: `${name}, again`, of: again.name, to: name},
      {name: `${name}, again`, of: again.name, to: nothing.name}
    ]
  }
}
