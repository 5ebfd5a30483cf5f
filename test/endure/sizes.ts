// Captures at the bounds of what is held in memory: a repository of 60 MB, a feed of 64 MB, one byte less and one more. Each in a process of its own, whose memory is measured.
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { DID } from '../fixtures/bluesky.ts'
import { largeRepository } from '../fixtures/bluesky-large.ts'
import { feedOf } from '../fixtures/large-feed.ts'

/** As `ways/feed` has it. */
const FEED_BOUND = 64 << 20
const POSTS = 20_000
const WORDS = 'of the town of Alder Bay '.repeat(120)
/** What a capture may hold besides, in bytes, and of what came, in times its size: its bytes, its blocks or items, what is packed of them. */
const BESIDE = 512 << 20
const TIMES = 8

const Told = z.object({
  outcome: z.string(),
  sentence: z.string(),
  met: z.boolean(),
  items: z.number(),
  unexplained: z.number(),
  before: z.number(),
  most: z.number(),
})

interface Case {
  readonly what: string
  readonly way: string
  readonly path: string
  readonly bytes: number
  readonly expected: Pick<z.output<typeof Told>, 'outcome' | 'met'>
  /** Items that must be records: all, or as many as stand before the bound. */
  readonly items: (items: number) => boolean
  readonly sentence: RegExp
}

/** Captures each. Returns how many went otherwise than they must. */
export async function endureSizes(report: (line: string) => void): Promise<number> {
  const feed = feedOf(FEED_BOUND)
  const repository = largeRepository(POSTS, (nth) => ({ at: 1_700_000_000_000 + nth * 1000, text: `${nth} ${WORDS}` }))
  const car = [...repository.car]
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname.endsWith('describeRepo'))
      return void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ did: DID, handle: 'city.test', didDoc: JSON.parse(repository.didDocument) }))
    if (url.pathname.endsWith('getRepo')) {
      response.writeHead(200, { 'content-type': 'application/vnd.ipld.car' })
      return void Readable.from(car).pipe(response)
    }
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    Readable.from(feedOf(Number(url.searchParams.get('bytes'))).parts).pipe(response)
  })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  const at = server.address()
  const address = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
  const whole = { outcome: 'complete', met: true } as const
  const feedCase = (bytes: number, rest: Pick<Case, 'expected' | 'items' | 'sentence'>): Case => ({
    ...{ what: `a feed of ${bytes} bytes`, way: 'feed', path: `/feed?bytes=${bytes}`, bytes },
    ...rest,
  })
  const all = { expected: whole, items: (items: number) => items >= feed.items, sentence: /all that the feed shows/ }
  const cases: readonly Case[] = [
    {
      what: `a repository of ${POSTS} posts`,
      way: 'api/bluesky',
      path: '',
      bytes: car.reduce((sum, part) => sum + part.length, 0),
      expected: whole,
      items: (items) => items === POSTS,
      sentence: /seen/,
    },
    feedCase(FEED_BOUND - 1, all),
    feedCase(FEED_BOUND, all),
    feedCase(FEED_BOUND + 1, {
      expected: { outcome: 'incomplete', met: false },
      items: (items) => items >= feed.items - 1,
      sentence: /sent more than 64 MB; what came until then is kept/,
    }),
  ]
  let wrong = 0
  try {
    for (const one of cases) {
      const { told, failure } = await captured(one.way, address + one.path)
      const bound = BESIDE + TIMES * one.bytes
      const grown = told === null ? 0 : told.most - told.before
      const isRight =
        told !== null &&
        told.outcome === one.expected.outcome &&
        told.met === one.expected.met &&
        told.unexplained === 0 &&
        one.items(told.items) &&
        one.sentence.test(told.sentence) &&
        grown <= bound
      if (!isRight) wrong += 1
      const size = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`
      report(
        told === null
          ? `${one.what}: ${failure}`
          : `${one.what}: ${told.outcome}, ${told.items} records, memory grew by ${size(grown)} (${(grown / one.bytes).toFixed(1)} times its size; ${size(bound)} allowed)${isRight ? '' : `, otherwise than it must: ${told.sentence}`}`,
      )
    }
  } finally {
    server.close()
  }
  return wrong
}

/** Captures in a process of its own. */
async function captured(way: string, address: string) {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'sizes-process.ts'), way, address], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, failure] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    failure += chunk.toString()
  })
  const code = await new Promise<number | null>((ended) => void child.once('close', ended))
  return code === 0
    ? { told: Told.parse(JSON.parse(said)), failure: '' }
    : { told: null, failure: `the process ended with ${code}: ${failure.slice(-500)}` }
}
