import type {World} from '../../model/world.js'
import {digestOf} from '../digest.js'

/** A question to the outside: the bytes of a file, which files a folder holds, or the fonts of a package. */
export interface Inquiry {
  readonly kind: 'file' | 'list' | 'fonts'
  /** Whose: the project’s, or Lectern’s own. */
  readonly of: 'project' | 'own'
  readonly path: string
}

/** A question with what came of it; `absent` where there was no such file. */
export interface Answer extends Inquiry {
  readonly digest: string
}

/** A world that remembers what was asked of it. */
export interface RecordingWorld extends World {
  /** The files that were read or were not there, in order of their paths. */
  asked(): {path: string; digest: string}[]
  /** All that was asked, folders too. */
  answers(): Answer[]
}

/**
 * Makes a world remember what is asked of it. Each question is put once: what is saved meanwhile must not be in one
 * output and not in another, nor what is made of the one answer be remembered of the other.
 */
export function recordingWorld(world: World, of: Inquiry['of'] = 'project'): RecordingWorld {
  const files = new Map<string, string>()
  const lists = new Map<string, string>()
  const read = once(async (path) => {
    files.set(path, 'unreadable')
    const bytes = await world.read(path)
    files.set(path, digestOfFile(bytes))
    return bytes
  })
  const list = once(async (folder) => {
    const paths = await world.list(folder)
    lists.set(folder, digestOfList(paths))
    return paths
  })
  return {
    read,
    list,
    asked: () => sorted(files),
    answers: () => [
      ...sorted(files).map((each): Answer => ({kind: 'file', of, ...each})),
      ...sorted(lists).map((each): Answer => ({kind: 'list', of, ...each}))
    ]
  }
}

/** Asks the outside as it is now; each question once. */
export function asking(
  worlds: Readonly<Record<Inquiry['of'], World>>,
  fonts: (name: string) => Promise<string>
): (inquiry: Inquiry) => Promise<string> {
  const known = new Map<string, Promise<string>>()
  return (inquiry) => {
    const key = `${inquiry.kind} ${inquiry.of} ${inquiry.path}`
    const answer = known.get(key) ?? ask(inquiry)
    known.set(key, answer)
    return answer
  }

  async function ask({kind, of, path}: Inquiry): Promise<string> {
    const world = worlds[of]
    try {
      if (kind === 'fonts') return await fonts(path)
      return kind === 'file' ? digestOfFile(await world.read(path)) : digestOfList(await world.list(path))
    } catch {
      return 'unreadable'
    }
  }
}

function once<T>(ask: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (path) => {
    const answer = known.get(path) ?? ask(path)
    known.set(path, answer)
    return answer
  }
}

function digestOfFile(bytes: Uint8Array | undefined): string {
  return bytes ? digestOf(bytes) : 'absent'
}

function digestOfList(paths: readonly string[]): string {
  return digestOf(paths.join('\n'))
}

function sorted(answers: ReadonlyMap<string, string>): {path: string; digest: string}[] {
  return [...answers].map(([path, digest]) => ({path, digest})).sort((a, b) => (a.path < b.path ? -1 : 1))
}
