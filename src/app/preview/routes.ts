import {readFile} from 'node:fs/promises'
import type {ServerResponse} from 'node:http'
import {join} from 'node:path'
import {UserError} from '../../model/user-error.js'
import {packageRoot} from '../project.js'
import type {Audience} from './audience.js'
import type {Desk} from './desk.js'
import {ownPolicy, pagePolicy} from './door.js'
import {type ShownOutput, shownOutputs} from './protocol.js'
import type {Answered, Route} from './server.js'
import {shellPage} from './shell.js'
import type {Studio} from './studio.js'

const types: Readonly<Record<string, string>> = {
  'client.js': 'text/javascript; charset=utf-8',
  'pdf.js': 'text/javascript; charset=utf-8',
  'pdf.worker.js': 'text/javascript; charset=utf-8',
  'client.css': 'text/css; charset=utf-8'
}

/** The preview’s own files, as they were bundled. */
export interface ClientFiles {
  readonly served: ReadonlyMap<string, Uint8Array>
  /** The script that a deck carries in the preview. */
  readonly agent: string
}

export async function loadClient(): Promise<ClientFiles> {
  const folder = join(packageRoot, 'dist/preview')
  try {
    const files = await Promise.all(
      Object.keys(types).map(
        async (name): Promise<[string, Uint8Array]> => [name, await readFile(join(folder, name))]
      )
    )
    const agent = await readFile(join(folder, 'agent.js'), 'utf8')
    return {served: new Map(files), agent: `(() => {${agent}})()`}
  } catch {
    throw new UserError(
      `Unexpected lack of the preview’s files in \`${folder}\`, expected Lectern whole: \`npm run compile\``,
      3
    )
  }
}

/** What the preview answers: its own files, what it made, by name and from memory, and what happens. */
export function routesOf(
  {served, agent}: ClientFiles,
  {studio, audience, first}: {readonly studio: Studio; readonly audience: Audience; readonly first: string}
): Route {
  return (path, query, response) => {
    const own = served.get(path)
    if (own) return {type: types[path] ?? '', body: own}
    if (path === '')
      return {
        type: 'text/html; charset=utf-8',
        body: shellPage,
        headers: {'Content-Security-Policy': ownPolicy}
      }
    const name = query.get('review') ?? studio.instead(first)
    if (path === 'events') return listen(name, query, response)
    const desk = /^(?:page|patch|pdf)$/.test(path) ? studio.desk(name) : undefined
    return desk && made(desk, path, query)
  }

  function listen(
    review: string,
    query: URLSearchParams,
    response: ServerResponse
  ): 'taken' | 'full' | undefined {
    const outputs = new Set((query.get('outputs') ?? '').split(',').filter(isShown))
    if (!studio.has(review)) return undefined
    if (!audience.join({review, outputs, response})) return 'full'
    const desk = studio.open(review)
    if (desk) audience.tell(review, 'state', studio.state(desk))
    return 'taken'
  }

  function made(desk: Desk, path: string, query: URLSearchParams): Answered | undefined {
    const output = query.get('output') ?? ''
    const edition = isShown(output) ? desk.editions.get(output) : undefined
    if (!edition) return undefined
    const {blocks, bytes, version} = edition
    const headers = {'X-Version': String(version)}
    if (path === 'pdf') return blocks ? undefined : {type: 'application/pdf', body: bytes, headers}
    if (!blocks || (output !== 'web' && output !== 'slides')) return undefined
    if (path === 'patch') {
      const body = JSON.stringify(edition.patchFrom(Number(query.get('from'))))
      return {type: 'application/json', body, headers}
    }
    return {
      type: 'text/html; charset=utf-8',
      body: marked(blocks.html, {version, frame: blocks.frame, agent: output === 'slides' ? agent : ''}),
      headers: {...headers, 'Content-Security-Policy': pagePolicy(output)}
    }
  }
}

/** A page that says which version of itself it is, and a deck with the script that keeps it up to date. */
function marked(
  html: string,
  {version, frame, agent}: {version: number; frame: string; agent: string}
): string {
  const about = `<html data-version="${version}" data-frame="${frame}"`
  const [head = '', ...rest] = html.split('<html')
  const whole = [head, rest.join('<html')].join(about)
  if (!agent) return whole
  const end = whole.lastIndexOf('</body>')
  return `${whole.slice(0, end)}<script>${agent.replaceAll('</script', '<\\/script')}</script>${whole.slice(end)}`
}

function isShown(name: string): name is ShownOutput {
  return shownOutputs.some((each) => each === name)
}
