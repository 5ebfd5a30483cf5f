// A server on loopback that answers as a platform's published reference says, and captures of it without a vault.

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Exchange, isPage } from '../../electron/core/capture/exchange.ts'
import { BOUNDS, fetcher } from '../../electron/core/capture/http.ts'
import { secretsIn, stripSecrets } from '../../electron/core/capture/strip-secrets.ts'
import { type CaptureEnd, wayOf } from '../../electron/core/capture/way.ts'
import { capturedReader, type StoredAnswer } from '../../electron/core/intake/captured-reader.ts'
import type { Outcome, RecordDraft } from '../../electron/core/intake/draft.ts'
import { mediaFinder } from '../../electron/core/intake/kit/media-finder.ts'
import { CaptureScope, CaptureWayName, type MetLimit } from '../../shared/domain/capture/capture.ts'
import { type MappingRules, SavedMapping } from '../../shared/domain/intake/mapping.ts'

/** What a replayed server answers. `json` is sent as JSON, `bytes` as they are. */
export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly bytes?: Buffer
}

export interface Asked {
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  /** How many requests came before this one. */
  readonly nth: number
}

export interface Replay {
  readonly address: string
  readonly asked: readonly Asked[]
  stop(): Promise<void>
}

/** Starts a server. @param answer what it says; undefined is 404 */
export async function replay(answer: (asked: Asked, address: string) => Reply | undefined): Promise<Replay> {
  const asked: Asked[] = []
  let address = ''
  const server = createServer((request, response) => {
    const one = { url: new URL(request.url ?? '/', address), headers: request.headers, nth: asked.length }
    asked.push(one)
    const {
      status = 200,
      headers = {},
      json,
      bytes,
    } = answer(one, address) ?? { status: 404, json: { error: 'not found' } }
    response.writeHead(status, { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers })
    response.end(bytes ?? (json === undefined ? '' : JSON.stringify(json)))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const at = server.address()
  address = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
  return {
    address,
    asked,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface Captured {
  readonly end: CaptureEnd
  /** As they would be stored. */
  readonly exchanges: readonly Exchange[]
  readonly limits: readonly MetLimit[]
  /** ms that it waited, by its own clock. */
  readonly waited: number
  readonly outcomes: readonly Outcome[]
  /** What was odd about answers. */
  readonly odd: readonly string[]
  readonly drafts: readonly RecordDraft[]
}

interface Capturing {
  readonly way: string
  readonly address: string
  readonly handle?: string
  readonly nativeId?: string
  readonly scope?: Readonly<Record<string, unknown>>
  readonly secrets?: Readonly<Record<string, string>>
  /** Of `api/json`: what its answers are read by. */
  readonly rules?: MappingRules
}

/** Captures by a way, with a clock that goes on by itself when something waits; and reads what came. */
export async function captureBy({
  way: name,
  address,
  handle = 'city',
  nativeId,
  scope = {},
  secrets = {},
  rules,
}: Capturing): Promise<Captured> {
  const way = await wayOf(CaptureWayName.parse(name))
  if (way === null) throw new Error(`there is no way ${name}`)
  const mapping = rules === undefined ? null : savedAs(rules)
  const spool = mkdtempSync(join(tmpdir(), 'muniment-replay-'))
  const limits: MetLimit[] = []
  const learned = Object.values(secrets)
  const signal = new AbortController().signal
  let waited = 0
  const now = () => Date.UTC(2026, 10, 30, 12) + waited
  const sleep = async (ms: number) => {
    waited += ms
  }
  const limit = (met: MetLimit) => void limits.push(met)
  const asked = fetcher({
    policy: { named: new URL(address).origin, origins: null },
    bounds: { ...BOUNDS, idleMs: 5000 },
    signal,
    now,
    sleep,
    random: () => 0.5,
    userAgent: 'test',
    spool,
    limit,
  })
  const exchanges: Exchange[] = []
  try {
    const steps = way.capture({
      account: { platform: name.replace('api/', ''), handle, nativeId: nativeId ?? null },
      scope: CaptureScope.parse({ address, ...scope }),
      mapping,
      zone: 'America/Los_Angeles',
      fetcher: asked,
      signal,
      now,
      sleep,
      earlier: () => null,
      shownBefore: () => 0,
      secret: (part) => secrets[part] ?? null,
      learn: (secret) => void learned.push(secret),
      limit,
      left: [],
      mark: async () => {},
      pages: null,
      progress: () => {},
    })
    let step = await steps.next()
    for (; step.done !== true; step = await steps.next()) if (!isPage(step.value)) exchanges.push(step.value)
    const stored = exchanges.map((one) => stripSecrets(one, secretsIn(learned)))
    const odd: string[] = []
    const outcomes = await readAll(stored, odd, mapping)
    const drafts = outcomes.flatMap((outcome) => (outcome.type === 'record' ? [outcome.draft] : []))
    return { end: step.value, exchanges: stored, limits, waited, outcomes, odd, drafts }
  } finally {
    asked.close()
    rmSync(spool, { recursive: true, force: true })
  }
}

/** What the captured readers make of stored answers, in order. */
async function readAll(
  exchanges: readonly Exchange[],
  odd: string[],
  mapping: SavedMapping | null,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  // What the capture keeps beside its answers.
  const notes = new Map(mapping === null ? [] : [['rules', JSON.stringify(mapping)]])
  for (const exchange of exchanges) {
    const reader = exchange.reader === null ? undefined : capturedReader(exchange.reader)
    for (const [key, value] of reader?.notes?.(storedOf(exchange, notes, odd)) ?? []) notes.set(key, value)
  }
  for (const exchange of exchanges) {
    const reader = exchange.reader === null ? undefined : capturedReader(exchange.reader)
    if (reader === undefined) continue
    const stored = storedOf(exchange, notes, odd)
    for await (const { outcome, start, bytes } of reader.read(stored)) {
      const here = Buffer.from(bytes)
      if (!stored.bytes.subarray(start, start + here.length).equals(here))
        throw new Error('an item does not stand where it says')
      outcomes.push(outcome)
    }
  }
  return outcomes
}

function savedAs(rules: MappingRules): SavedMapping {
  return SavedMapping.parse({ name: 'Test', version: 1, rules, digest: '0'.repeat(64), savedAt: 0, savedBy: null })
}

function storedOf(exchange: Exchange, notes: ReadonlyMap<string, string>, odd: string[]): StoredAnswer {
  return {
    url: exchange.url,
    status: exchange.status,
    field: (name) => exchange.responseHeaders.find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1] ?? '',
    bytes: Buffer.from(exchange.body),
    at: exchange.at,
    media: mediaFinder(new Set()),
    medium: (address, alt) => ({ role: 'photo', names: [address], directory: '', alt }),
    noted: (key) => notes.get(key) ?? null,
    odd: (code) => void odd.push(code),
    signal: new AbortController().signal,
  }
}
