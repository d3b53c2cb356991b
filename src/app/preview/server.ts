import {randomBytes} from 'node:crypto'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {UserError} from '../../model/user-error.js'
import {guards, isSameSecret, refusalOf} from './door.js'

/** What is answered. */
export interface Answered {
  readonly type: string
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** Answers a path below the secret; undefined where nothing is there. It may answer by itself and say so. */
export type Route = (
  path: string,
  query: URLSearchParams,
  response: ServerResponse
) => Answered | 'taken' | 'full' | undefined

export interface PreviewServer {
  readonly address: string
  close(): Promise<void>
}

/** A server for this machine alone, which knows its own name and asks for a secret in each path. */
export async function openServer(port: number, route: Route): Promise<PreviewServer> {
  const secret = randomBytes(12).toString('base64url')
  let own = port
  const server = createServer((request, response) => {
    try {
      answer(request, response)
    } catch {
      response.destroy()
    }
  })
  await listening(server, port)
  own = (server.address() as AddressInfo).port
  return {
    address: `http://127.0.0.1:${own}/${secret}/`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    }
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of Object.entries(guards)) response.setHeader(name, value)
    const refused = refusalOf(request, own)
    if (refused !== undefined) {
      refuse(response, refused)
      return
    }
    const [, given = '', path] = /^\/([^/?]*)(?:\/([^?]*))?/.exec(request.url ?? '') ?? []
    const query = new URLSearchParams((request.url ?? '').split('?')[1] ?? '')
    const isOurs = path !== undefined && isSameSecret(given, secret)
    const answered = isOurs ? route(path, query, response) : undefined
    if (answered === 'taken') {
      // Who asks for the head alone waits for no more.
      if (request.method === 'HEAD') response.end()
      return
    }
    if (answered === 'full') {
      refuse(response, 503)
      return
    }
    if (!answered) {
      refuse(response, 404)
      return
    }
    const {type, body, headers = {}} = answered
    response.writeHead(200, {'Content-Type': type, 'Content-Length': Buffer.byteLength(body), ...headers})
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}

function refuse(response: ServerResponse, status: number): void {
  const said: Readonly<Record<number, string>> = {
    403: 'Another site may not read this.',
    404: 'Nothing is here. The address of the preview is the one that `lectern preview` printed.',
    405: 'This can only be read.',
    503: 'Too many windows listen.',
    421: 'The preview answers to 127.0.0.1 and localhost only.'
  }
  response.writeHead(status, {'Content-Type': 'text/plain; charset=utf-8', Connection: 'close'})
  response.end(`${said[status] ?? ''}\n`)
}

async function listening(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({host: '127.0.0.1', port, exclusive: true}, resolve)
  }).catch((error: NodeJS.ErrnoException) => {
    const isTaken = error.code === 'EADDRINUSE'
    throw new UserError(
      isTaken
        ? `Unexpected port ${port} in use, expected a free one: name another with \`--port\`, or none`
        : `Unexpected failure to listen on port ${port}, expected one that may be used: ${error.code ?? error.message}`,
      3
    )
  })
}
