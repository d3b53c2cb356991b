import {realpathSync} from 'node:fs'
import {dirname, isAbsolute, join, relative, sep} from 'node:path'

/** What is no part of what is written, however a text refers to it. */
const foreign = /^(?:node_modules|out|\.git|\.lectern)$/

/**
 * A file in a project with the folders that lead to it, the outermost first: whoever watches all of them sees it come,
 * go and come back. The file alone where it lies in a folder that tools fill; nothing where it leads out of the project.
 */
export function wayTo(project: string, path: string): string[] {
  const parts = relative(project, path).split(sep)
  if (!isWithin(project, path) || !isWithin(realOf(project), realOf(path))) return []
  if (parts.slice(0, -1).some((part) => foreign.test(part))) return [path]
  return parts.map((_, index) => join(project, ...parts.slice(0, index + 1)))
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way.split(sep)[0] !== '..' && !isAbsolute(way)
}

/** Where a path leads; where nothing is there, where it would be. */
function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const folder = dirname(path)
    return folder === path ? path : join(realOf(folder), relative(folder, path))
  }
}
