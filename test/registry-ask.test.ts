import {afterAll, describe, expect, it} from 'vitest'
import {createAsk, type Outside} from '../src/registry/ask.js'
import {digestOf} from '../src/registry/digest.js'
import {type Fault, type RegistryServer, serveRegistries} from './registry-server.js'

const servers: RegistryServer[] = []
afterAll(() => Promise.all(servers.map((server) => server.close())))

describe('asking a registry', () => {
  it.each<[what: string, faults: (Fault | undefined)[], slept: number[]]>([
    ['a sound answer', [undefined], []],
    ['too many requests, with seconds to wait', [tooMany('7'), undefined], [7000]],
    ['too many requests, with a date', [tooMany('Thu, 01 Jan 1970 00:01:00 GMT'), undefined], [60_000]],
    ['too many requests, and no word how long', [{status: 429, body: ''}, undefined], [1000]],
    ['a fault of the server’s, twice', [failure, {status: 503, body: ''}, undefined], [1000, 2000]],
    ['a connection cut in the middle', ['cut', undefined], [1000]],
    ['no answer in time', ['slow', undefined], [1000]],
    ['half an answer', [{body: '{"studies": ['}, undefined], [1000]],
    ['four faults', [failure, 'cut', failure, failure, undefined], [1000, 2000, 4000, 8000]]
  ])('waits and tries again: %s', async (_, faults, slept) => {
    const {ask, base, sleeps, server} = await open(faults)
    const answer = await ask(`${base}/studies?pageSize=1`)
    expect(answer).toMatchObject({kind: 'answer', status: 200, value: {studies: []}})
    expect(sleeps).toEqual(slept)
    expect(server.asked).toHaveLength(faults.length)
  })

  it.each<[what: string, fault: Fault, reason: string, tries: number]>([
    ['answers 500 for good', failure, 'HTTP 500, 5 times', 5],
    ['never answers', 'slow', 'no answer within 0.4 s, 5 times', 5],
    ['always cuts the connection', 'cut', 'no connection, or one that was cut (UND_ERR_SOCKET), 5 times', 5],
    ['gives no JSON', {body: '<html>'}, 'an answer that is no JSON, 5 times', 5],
    ['wants an hour', tooMany('3600'), 'HTTP 429, and it asks to wait 3600 s', 1],
    [
      'sends elsewhere',
      {status: 301, headers: {location: 'http://localhost:1/x'}, body: ''},
      'it sends us elsewhere, to http://localhost:1',
      1
    ],
    [
      'sends round in a circle',
      {status: 302, headers: {location: '/ctgov/studies'}, body: ''},
      'more than 5 redirects',
      6
    ]
  ])('says why there is none where the registry %s', async (_, fault, reason, tries) => {
    const {ask, base, server} = await open([fault, fault, fault, fault, fault, fault, fault])
    expect(await ask(`${base}/studies`)).toEqual({kind: 'none', reason})
    expect(server.asked).toHaveLength(tries)
  })

  it('says that there is no connection', async () => {
    const {ask, base, server} = await open([])
    await server.close()
    expect(await ask(`${base}/studies`, {tries: 1})).toEqual({
      kind: 'none',
      reason: 'no connection, or one that was cut (ECONNREFUSED)'
    })
  })

  it('gives back what is said with another status, which no trying changes', async () => {
    const {ask, base, server} = await open([])
    expect(await ask(`${base}/studies/NCT00000001`)).toMatchObject({
      status: 404,
      value: 'NCT number NCT00000001 not found'
    })
    expect(server.asked).toHaveLength(1)
  })

  it('asks about once in its pause, and slower where the headers say so', async () => {
    const headers = (limit: string, interval: string) => ({
      headers: {'x-rate-limit-limit': limit, 'x-rate-limit-interval': interval},
      body: '{}'
    })
    const {ask, base, sleeps} = await open([headers('2', '5s'), headers('50', '1s'), undefined], 1000)
    for (let count = 0; count < 4; count++) await ask(`${base}/studies`)
    expect(sleeps).toEqual([1000, 2500, 1000])
  })

  it('takes no more than 32 MB', async () => {
    const megabyte = new Uint8Array(1_000_000)
    let sent = 0
    const body = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent++
          controller.enqueue(megabyte)
        }
      })
    const {outside} = virtual(async () => new Response(body()))
    const answer = await createAsk(outside, 'https://registry.example', 0)('https://registry.example/x')
    expect(answer).toEqual({kind: 'none', reason: 'an answer of more than 32 MB'})
    expect(sent).toBeLessThan(40)
  })
})

describe('a digest', () => {
  it('is that of the canonical JSON: keys in order, no spaces, absent keys left out', () => {
    // printf '{"a":[1,{"c":null}],"b":"é"}' | sha256sum
    expect(digestOf({b: 'é', a: [1, {c: null, d: undefined}]})).toBe(
      'sha256-57c5a4548f255ad0124b7b987a9ccc7c811ba8d1a5179136682409a25be211ce'
    )
    expect(digestOf({a: 1})).toBe('sha256-015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862')
    expect(digestOf({a: 1})).not.toBe(digestOf({a: '1'}))
  })
})

const failure = {status: 500, body: 'oops'}

function tooMany(after: string): Fault {
  return {status: 429, headers: {'retry-after': after}, body: ''}
}

/** The real network, an hour of our own, and waiting that takes no time. */
function virtual(fetcher: Outside['fetch'] = fetch, timeout = 20_000): {outside: Outside; sleeps: number[]} {
  const sleeps: number[] = []
  let now = 0
  const sleep = async (milliseconds: number) => {
    sleeps.push(milliseconds)
    now += milliseconds
  }
  return {outside: {fetch: fetcher, now: () => now, sleep, timeout, agent: 'test'}, sleeps}
}

async function open(faults: readonly (Fault | undefined)[], pause = 0) {
  let count = 0
  const server = await serveRegistries({fault: () => faults[count++]})
  servers.push(server)
  const {outside, sleeps} = virtual(fetch, faults.includes('slow') ? 400 : undefined)
  const base = `${server.base}/ctgov`
  return {ask: createAsk(outside, base, pause), base, sleeps, server}
}
