// What the tests of page captures do again and again: visits without a vault, and looking through everything that a vault stores.
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { vi } from 'vitest'
import { WARCParser } from 'warcio'
import { z } from 'zod'
import { behaviourFor } from '../../../electron/core/capture/ways/page/behaviours.ts'
import { runBrowser } from '../../../electron/core/capture/ways/page/browser.ts'
import { openGate } from '../../../electron/core/capture/ways/page/gate.ts'
import type { BrowserProgram } from '../../../electron/core/job/browser-program.ts'
import type { BrowserOrder, VisitEnd, VisitLimits } from '../../../shared/contract/browser.ts'

const limits: VisitLimits = {
  pages: 50,
  items: 1000,
  rounds: 8,
  pageMs: 1500,
  viewMs: 3000,
  answerMs: 600,
  answerBytes: 16 << 20,
  allBytes: 512 << 20,
  quietMs: 100,
}

type BoundsUsed = Extract<BrowserOrder, { do: 'capture' }>['before']

/** How visits of some pages end, all in one browser. @param pageMs longer where what is waited for has to come on a busy machine */
export async function endsOf(
  program: BrowserProgram,
  origin: string,
  addresses: readonly string[],
  since: number | null = null,
  pageMs: number = limits.pageMs,
  before: BoundsUsed = { items: 0, bytes: 0, waitedMs: 0 },
): Promise<ReadonlyMap<string, VisitEnd>> {
  const password = randomBytes(8).toString('hex')
  const gate = await openGate({ named: origin, password, refused: () => {} })
  const run = {
    program,
    profile: randomBytes(16).toString('hex'),
    key: password,
    shown: false,
    signal: AbortSignal.timeout(90_000),
  }
  const order = {
    do: 'capture' as const,
    gate: { port: gate.port, user: gate.user, password },
    signedIn: false,
    addresses: [...addresses],
    visited: [],
    before,
    since,
    within: [origin],
    follow: false,
    behaviour: behaviourFor(origin),
    limits: { ...limits, pageMs },
  } satisfies BrowserOrder
  const ends = new Map<string, VisitEnd>()
  try {
    for await (const { frame } of runBrowser(run, order)) if (frame.is === 'page') ends.set(frame.page, frame.end)
  } finally {
    await gate.stop()
  }
  return ends
}

/** Tells the page that a browser shows at an address something, by the port that it has open for tools, once there is such a page. */
export async function tellWindow(port: number, at: string, method: string, params: object = {}): Promise<unknown> {
  const Listed = z.array(z.object({ url: z.string(), webSocketDebuggerUrl: z.string() }))
  const target = await vi.waitFor(
    async () => {
      const listed = Listed.parse(await (await fetch(`http://127.0.0.1:${port}/json/list`)).json())
      const found = listed.find(({ url }) => url === at)
      if (found === undefined) throw new Error(`no window shows ${at}`)
      return found.webSocketDebuggerUrl
    },
    { timeout: 40_000, interval: 100 },
  )
  const socket = new WebSocket(target)
  const { promise, resolve } = Promise.withResolvers<unknown>()
  socket.addEventListener('open', () => socket.send(JSON.stringify({ id: 1, method, params })))
  socket.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data)).result))
  // What closes the window, or leads it on, closes this, too.
  for (const end of ['close', 'error']) socket.addEventListener(end, () => resolve(null))
  return promise.finally(() => socket.close())
}

/** SHA-256 of every stored answer, by path. */
export async function storedAnswers(folder: string): Promise<Map<string, string[]>> {
  const digests = new Map<string, string[]>()
  for (const [file, bytes] of storedBytes(folder)) {
    if (!file.endsWith('#warc')) continue
    for await (const record of new WARCParser([bytes])) {
      const url = URL.parse(record.warcTargetURI ?? '')
      const content = await record.readFully(false)
      if (record.warcType !== 'response' || url === null) continue
      const path = withoutToken(`${url.pathname}${url.search}`)
      digests.set(path, [...(digests.get(path) ?? []), createHash('sha256').update(content).digest('hex')])
    }
  }
  return digests
}

export function withoutToken(path: string): string {
  return path.replace(/&access_token=.*$/, '')
}

/** Everything in the vault's folder, as it lies there; the WARC within the package unpacked as well. */
export function* storedBytes(folder: string): Generator<[string, Buffer]> {
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    const bytes = readFileSync(path)
    yield [path, bytes]
    if (file.name === 'package.zip') yield [`${path}#warc`, unpackedWarc(bytes)]
  }
}

/** The WARC is stored as a row of gzip members; they lie between its local header and the next one. */
function unpackedWarc(zip: Buffer): Buffer {
  const start = zip.indexOf(Buffer.from([0x1f, 0x8b, 8]))
  const end = zip.indexOf(Buffer.from('PK\x07\x08', 'latin1'), start)
  return gunzipSync(zip.subarray(start, end > 0 ? end : zip.indexOf(Buffer.from('PK\x03\x04', 'latin1'), start)))
}
