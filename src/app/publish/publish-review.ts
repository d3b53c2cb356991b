import type {Artifact, Manifest} from '../../model/artifact.js'
import {outputOf} from '../outputs.js'
import {readPublication} from './publication.js'
import {publish} from './publish.js'

/**
 * Publishes the artifacts of a review with the manifest of them. Where only some outputs were asked for, the others of
 * the last publication stay, as far as they were made of the same state of the inputs and are whole.
 */
export async function publishReview(
  out: string,
  manifest: Manifest,
  artifacts: readonly Artifact[],
  {keepsOthers}: {keepsOthers: boolean}
): Promise<void> {
  const others = keepsOthers ? await stillValid(out, manifest) : []
  const listed = [...manifest.artifacts, ...others.map(({entry}) => entry)]
  const files = [...artifacts, ...others.map(({artifact}) => artifact)]
  await publish(out, {...manifest, artifacts: listed.toSorted((a, b) => (a.file < b.file ? -1 : 1))}, files)
}

async function stillValid(
  out: string,
  {review, state, artifacts}: Manifest
): Promise<{entry: Manifest['artifacts'][number]; artifact: Artifact}[]> {
  const last = await readPublication(out, review)
  if (last?.manifest.state !== state) return []
  const broken = new Set(
    last.manifest.artifacts.filter(({file}) => !last.artifacts.has(file)).map(({file}) => outputOf(file))
  )
  const made = new Set(artifacts.map(({file}) => outputOf(file)))
  return last.manifest.artifacts.flatMap((entry) => {
    const bytes = last.artifacts.get(entry.file)
    const output = outputOf(entry.file)
    if (!bytes || !output || broken.has(output) || made.has(output)) return []
    return [{entry, artifact: {file: entry.file, bytes}}]
  })
}
