import type {VFile} from 'vfile'
import type {Place} from '../model/origin.js'
import type {Waiver} from '../model/waiver.js'

/** A file whose text is part of a review’s: where its first line stands in the whole. */
export interface Source {
  readonly path: string
  /** From 1. */
  readonly firstLine: number
  readonly offset: number
}

declare module 'vfile' {
  interface DataMap {
    /** The files that the text is made of, in order; the review’s own first. */
    sources?: Source[]
    /** Files that the review asked for, which are no text of it, and what was said of them. */
    others?: VFile[]
    /** Where such a file was first asked for. */
    asked?: Place
    /** The waivers of the text. */
    waivers?: Waiver[]
  }
}

/**
 * Adds an included file’s text below all there is. The text of a review and of its included files is one run, so
 * that a place in it, by offset or by line, tells the file too, wherever a node or a finding with that place goes.
 */
export function addSource(file: VFile, path: string, text: string): Source {
  const whole = `${String(file)}\n\n`
  const source = {path, firstLine: linesOf(file, whole) + 1, offset: whole.length}
  file.data.sources = [...sourcesOf(file), source]
  file.value = whole + text
  return source
}

/** The file and the line in it that a line of the whole text is. */
export function lineIn(file: VFile, line: number): {path: string; line: number} {
  const {path, firstLine} = sourcesOf(file).findLast((each) => each.firstLine <= line) ?? firstOf(file)
  return {path, line: line - firstLine + 1}
}

/** The path of the file that a node was read from. */
export function pathOf(
  file: VFile,
  {position}: {readonly position?: {readonly start: {readonly line: number}} | undefined}
): string {
  return position ? lineIn(file, position.start.line).path : file.path
}

/** A path as the author writes it, beside the file that names it or, with a leading slash, from the project’s root. */
export function resolvePath(from: string, src: string): string {
  const path = decode(src.split(/[?#]/)[0] ?? src)
  const folder = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  const parts: string[] = []
  for (const part of [...folder, ...path.split('/')]) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/')
}

function sourcesOf(file: VFile): readonly Source[] {
  return file.data.sources ?? [firstOf(file)]
}

function firstOf({path}: VFile): Source {
  return {path, firstLine: 1, offset: 0}
}

/** How many lines end in the whole text; only what the last source added is counted anew. */
function linesOf(file: VFile, whole: string): number {
  const last = sourcesOf(file).at(-1) ?? firstOf(file)
  const endings = whole.slice(last.offset).match(/\r\n?|\n/g) ?? []
  return last.firstLine - 1 + endings.length
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
