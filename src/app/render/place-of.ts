import type {Root} from 'hast'
import {EXIT, SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {Document} from '../../model/document.js'
import type {Origin, Place} from '../../model/origin.js'

/**
 * Where one of some characters first stands: in the review’s file as it is typed, else where the text has it (typed
 * another way, or included), else where a record is asked for that has it, and which; the file’s start where nothing says.
 */
export function placeOf(
  characters: ReadonlySet<string>,
  file: VFile,
  document: Document
): {place: Place; record?: string} {
  return (
    typed(characters, String(file)) ?? set(characters, document) ?? recorded(characters, document) ?? start
  )
}

const start = {place: {line: 1, column: 1}}

function typed(characters: ReadonlySet<string>, source: string): {place: Place} | undefined {
  let [line, column] = [1, 1]
  for (const character of source) {
    if (characters.has(character)) return {place: {line, column}}
    column += character.length
    if (character === '\n') [line, column] = [line + 1, 1]
  }
  return undefined
}

function set(characters: ReadonlySet<string>, {body}: Document): {place: Place} | undefined {
  let found: Place | undefined
  const tree: Root = {type: 'root', children: [...body]}
  visit(tree, (node) => {
    // What stands in the tables of evidence stands in a record.
    if (node.type === 'element' && [node.properties.className].flat().includes('evidence')) return SKIP
    if (node.type !== 'text' || !node.position || !has(node.value, characters)) return true
    found = {line: node.position.start.line, column: node.position.start.column}
    return EXIT
  })
  return found && {place: found}
}

function recorded(
  characters: ReadonlySet<string>,
  {trials, works}: Document
): {place: Place; record: string} | undefined {
  const trial = trials.find(({study}) => has(JSON.stringify(study ?? ''), characters))
  if (trial?.study) return {place: trial.place, record: nameOf(trial.study.origin)}
  const work = works.find(({item}) => has(JSON.stringify(item), characters))
  return work && {...start, record: nameOf(work.origin)}
}

function nameOf({file, place}: Origin): string {
  return `${file}:${place.line}`
}

function has(text: string, characters: ReadonlySet<string>): boolean {
  for (const character of text) if (characters.has(character)) return true
  return false
}
