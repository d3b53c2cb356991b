import {type ChildProcess, spawn} from 'node:child_process'
import {renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Case, lectern, type Stage} from './case.js'
import {reviewTimes} from './inputs.js'
import {type Listener, listenTo} from './preview-listener.js'
import {ProcessTree, running} from './process-tree.js'
import {makeProject} from './project.js'
import {quantile} from './statistics.js'
import {figure, mebibytes, table} from './table.js'

const outputs = ['web', 'slides', 'report', 'briefing', 'handout']
const name = 'preview'

/** Edits in a row while a preview stands: how long from the save until it is seen. */
export const preview: Case = {
  name,
  async prepare(stage, {quick}, say) {
    if (!stage.hasPreview) return {commands: [], claims: [{name, beside: 'the save', reason: 'not built'}]}
    return {commands: [], claims: [], tables: [await edited(stage, quick ? 10 : 100, say)]}
  }
}

async function edited({folder, source}: Stage, edits: number, say: (line: string) => void): Promise<string> {
  const files = reviewTimes(source, 1)
  const project = makeProject(folder, files)
  const text = files.get('content/als-review.md') ?? ''
  const {file, args, environment} = lectern(project, 'preview', '--no-open')
  const strangers = new Set(running())
  const child = spawn(file, args, {
    cwd: project,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {...process.env, ...environment}
  })
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  const tree = new ProcessTree(child.pid ?? 0, strangers)
  try {
    const listener = await listenTo(await addressOf(child), outputs)
    const memory = new Map([[0, weighed(tree)]])
    const times = await save(
      edits,
      {file: join(project, 'content/als-review.md'), text, listener, say},
      (edit) => {
        // Only the first saves load all that there is to load.
        if (edit % Math.ceil(edits / 5) === 0) memory.set(edit, weighed(tree))
      }
    )
    listener.close()
    const stopped = new Promise((resolve) => child.once('exit', resolve))
    const stop = performance.now()
    child.kill('SIGINT')
    await stopped
    const took = (performance.now() - stop) / 1000
    // What ends with it may need a moment longer.
    await new Promise((resolve) => setTimeout(resolve, 500))
    return [
      table(
        [`preview, ${edits} saves`, 'seen', 'median', '95th percentile'],
        outputs.map((output) => {
          const all = times.get(output) ?? []
          return [
            output,
            String(all.length),
            ...[0.5, 0.95].map((share) => `${figure(quantile(all, share))} s`)
          ]
        })
      ),
      `Memory after ${[...memory].map(([edit, weight]) => `${edit} saves ${weight} MiB`).join(', ')}; stopped in ${figure(took)} s, processes left: ${tree.left.length}.`
    ].join('\n\n')
  } finally {
    process.off('exit', end)
    end()
  }
}

/** Saves the text again and again, over the file or by rename, each time once the last was seen everywhere. */
async function save(
  edits: number,
  {file, text, listener, say}: {file: string; text: string; listener: Listener; say: (line: string) => void},
  done: (edit: number) => void
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(outputs.map((output) => [output, []]))
  for (let edit = 1; edit <= edits; edit++) {
    if (edit % 10 === 0) say(`${name}  edit ${edit} of ${edits}`)
    const word = `edited${edit}`
    const seen = listener.seen(outputs, word)
    const changed = text.replace('## Conclusion\n', `$&\nA remark that was ${word}.\n`)
    writeFileSync(edit % 2 === 0 ? `${file}.tmp` : file, changed)
    if (edit % 2 === 0) renameSync(`${file}.tmp`, file)
    for (const [output, seconds] of await seen) times.get(output)?.push(seconds)
    done(edit)
  }
  return times
}

/** Memory now, in MiB: of all, and of ours. */
function weighed(tree: ProcessTree): string {
  tree.look()
  const {all, own} = tree.memory()
  return `${mebibytes(all)} (ours ${mebibytes(own)})`
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    const address = /http:\S+/.exec(said)?.[0]
    if (address) return address
  }
  throw new Error('Unexpected end of the preview, expected its address')
}
