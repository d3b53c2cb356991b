import {join, resolve} from 'node:path'
import type {Paper} from '../../model/matter.js'
import {openPress} from '../../press/press.js'
import {openBrowser} from '../open-browser.js'
import {packageRoot} from '../project.js'
import {chooseReviews, listReviews} from '../reviews.js'
import {folderWorld} from '../world.js'
import {openAudience} from './audience.js'
import {openAddress} from './open-address.js'
import {loadClient, routesOf} from './routes.js'
import {openServer} from './server.js'
import {openStudio} from './studio.js'
import {watchedFolders, watchFiles} from './watch.js'

/** What a caller asks of a preview. */
export interface PreviewOptions {
  readonly project: string
  /** The review that is shown first; the first of all unless named. */
  readonly review?: string | undefined
  /** 0 for any that is free. */
  readonly port: number
  readonly paper?: Paper | undefined
  /** Where the browser is unpacked. */
  readonly cache: string
  readonly browser?: string | undefined
  /** Whether the preview is opened in the browser of who asked. */
  readonly opens: boolean
  readonly say: (line: string) => void
}

/** A preview that runs. */
export interface Preview {
  readonly address: string
  /** Ends it and all that it started. */
  close(): Promise<void>
}

/** Starts a preview: pages of a project’s reviews, made again as their files are saved. Publishes nothing. */
export async function preview(options: PreviewOptions): Promise<Preview> {
  const {project, review, port, say, paper, browser} = options
  const all = await listReviews(folderWorld(project))
  const [first] = chooseReviews(all, review === undefined ? [] : [review])
  const client = await loadClient()
  const press = openPress(() =>
    openBrowser({...options, tell: {...silent, say}, ...(browser ? {browser} : {})})
  )
  const audience = openAudience()
  const watch = await watchFiles(watchedFolders(project, resolve(packageRoot)), {
    changed: () => studio.changed(),
    say
  })
  const studio = openStudio(all, {
    ...{project, paper, browser, press},
    looked: audience.looked,
    told: {
      state: (state) => audience.tell(state.review, 'state', state),
      output: (renewed) => audience.tell(renewed.review, 'output', renewed),
      asked: (paths) => watch.add(paths.filter(isElsewhere).map((path) => join(project, path))),
      fault: (error) => say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
  })
  const end = async () => {
    audience.close()
    await Promise.all([watch.close(), studio.close()])
    await press.close()
  }
  try {
    const name = first?.name ?? ''
    const server = await openServer(port, routesOf(client, {studio, audience, first: name}))
    press.warmUp()
    studio.open(name)
    if (options.opens) openAddress(server.address)
    return {
      address: server.address,
      async close() {
        await Promise.all([server.close(), end()])
      }
    }
  } catch (error) {
    await end()
    throw error
  }
}

const silent = {finding: () => undefined, built: () => undefined, failed: () => undefined}

/** Whether a file that was asked for lies outside of the folders that are watched anyway. */
function isElsewhere(path: string): boolean {
  return !/^(?:content|styles|templates)\/|^lectern\.yaml$/.test(path)
}
