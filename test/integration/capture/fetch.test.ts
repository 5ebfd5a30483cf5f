// The bounded fetcher against real servers that do everything wrong: it ends in words, within its bounds, with what came.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSafeServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BOUNDS, type FetchBounds, fetcher, type Spent } from '../../../electron/core/capture/http.ts'
import type { MetLimit } from '../../../shared/domain/capture/capture.ts'
import { AUTHORITY, CERTIFICATES } from '../../fixtures/certificates.ts'

const MB = 2 ** 20
const open: Server[] = []
let spool = ''
let origin = ''
let elsewhere = ''
let asked = 0

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  open.push(server)
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const serve: RequestListener = (request, response) => {
  asked += 1
  const path = request.url ?? '/'
  const send = (status: number, head: Record<string, string>, body: string | Buffer = '') => {
    response.writeHead(status, head)
    response.end(body)
  }
  if (path === '/ok') return send(200, { 'Content-Type': 'text/plain' }, 'the pool is open')
  if (path === '/silent') return
  if (path === '/drip') {
    response.writeHead(200)
    const timer = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(timer))
    return
  }
  if (path === '/reset') {
    response.writeHead(200, { 'Content-Length': '1000' })
    response.write('half of it')
    setTimeout(() => request.socket.destroy(), 30)
    return
  }
  if (path === '/reset-at-once') return request.socket.destroy()
  if (path === '/ring') return send(302, { Location: '/ring2' })
  if (path === '/ring2') return send(302, { Location: '/ring' })
  if (path.startsWith('/stairs/')) return send(301, { Location: `/stairs/${Number(path.slice(8)) + 1}` })
  if (path === '/private') return send(302, { Location: `${elsewhere}/secret` })
  if (path === '/localhost') return send(302, { Location: 'http://localhost:1/' })
  if (path === '/metadata') return send(302, { Location: 'http://169.254.169.254/latest/meta-data/' })
  if (path === '/mapped') return send(302, { Location: 'http://[::ffff:127.0.0.1]:1/' })
  if (path === '/file') return send(302, { Location: 'file:///etc/passwd' })
  if (path === '/tired') return send(429, { 'Retry-After': '86400' })
  if (path === '/soon') return asked % 2 === 1 ? send(429, { 'Retry-After': '2' }) : send(200, {}, 'now')
  if (path === '/shaky') return asked < 3 ? send(500, {}) : send(200, {}, 'up again')
  if (path === '/large') {
    response.writeHead(200)
    const block = Buffer.alloc(MB, 7)
    const more = () => {
      while (!response.destroyed && response.write(block));
      if (!response.destroyed) response.once('drain', more)
    }
    return more()
  }
  if (path === '/bomb') return send(200, { 'Content-Encoding': 'gzip' }, gzipSync(Buffer.alloc(40 * MB)))
  if (path === '/bomb2')
    return send(200, { 'Content-Encoding': 'gzip, gzip' }, gzipSync(gzipSync(Buffer.alloc(40 * MB))))
  if (path === '/torn') return send(200, { 'Content-Encoding': 'gzip' }, gzipSync('a'.repeat(5000)).subarray(0, 25))
  if (path === '/log-in') return send(401, { 'WWW-Authenticate': 'Basic' }, 'who are you?')
  if (path === '/endless-head') {
    request.socket.write('HTTP/1.1 200 OK\r\n')
    const timer = setInterval(() => request.socket.write(`X-A: ${'a'.repeat(20_000)}\r\n`), 1)
    request.socket.on('close', () => clearInterval(timer))
    request.socket.on('error', () => clearInterval(timer))
    return
  }
  if (path === '/nonsense') return request.socket.end('SSH-2.0-OpenSSH_9.9\r\n')
  const packed = PACKED[path.slice(1)]
  if (packed !== undefined) return send(200, { 'Content-Encoding': path.slice(1).replace('-raw', '') }, packed)
  send(404, {})
}

const WORDS = Buffer.from('The pool opens at nine. '.repeat(400))
const PACKED: Readonly<Record<string, Buffer>> = {
  gzip: gzipSync(WORDS),
  br: brotliCompressSync(WORDS),
  zstd: zstdCompressSync(WORDS),
  deflate: deflateSync(WORDS),
  'deflate-raw': deflateRawSync(WORDS),
}

beforeAll(async () => {
  spool = mkdtempSync(join(tmpdir(), 'muniment-spool-'))
  origin = `http://127.0.0.1:${await listen(createServer(serve))}`
  elsewhere = `http://127.0.0.1:${await listen(createServer((_, response) => response.end('secret')))}`
})
afterAll(async () => {
  for (const server of open) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  rmSync(spool, { recursive: true, force: true })
})

const TIGHT: FetchBounds = {
  ...BOUNDS,
  idleMs: 400,
  answerMs: 1500,
  answerBytes: 4 * MB,
  memoryBytes: MB,
  waitMs: 10_000,
  tries: 2,
}

async function ask(
  path: string,
  options: { bounds?: Partial<FetchBounds>; base?: string; ca?: string[]; spent?: Spent } = {},
) {
  asked = 0
  const limits: MetLimit[] = []
  const slept: number[] = []
  const base = options.base ?? origin
  const one = fetcher({
    policy: { named: new URL(base).origin, origins: null },
    bounds: { ...TIGHT, ...options.bounds },
    signal: new AbortController().signal,
    now: Date.now,
    sleep: async (ms) => void slept.push(ms),
    random: () => 0.5,
    userAgent: 'test',
    spool,
    limit: (met) => limits.push(met),
    ...(options.ca === undefined ? {} : { ca: options.ca }),
    ...(options.spent === undefined ? {} : { spent: options.spent }),
  })
  try {
    return { ...(await one.fetch({ url: `${base}${path}` })), limits, slept }
  } finally {
    one.close()
  }
}

test('what is well comes whole, with where it came from', async () => {
  const { answer, problem } = await ask('/ok')
  expect(problem).toBeNull()
  expect(answer).toMatchObject({ status: 200, truncated: null, remoteAddress: '127.0.0.1', tls: null })
  expect(Buffer.from(answer?.body ?? []).toString()).toBe('the pool is open')
})

test.each(['gzip', 'br', 'zstd', 'deflate', 'deflate-raw'])(
  '%s is unpacked, and the digest before that is kept',
  async (packing) => {
    const { answer, problem } = await ask(`/${packing}`)
    expect(problem).toBeNull()
    expect(WORDS.equals(answer?.body ?? Buffer.alloc(0))).toBe(true)
    expect(answer?.rawDigest).toBe(
      createHash('sha256')
        .update(PACKED[packing] ?? '')
        .digest('hex'),
    )
  },
)

test.each([
  ['/silent', 'time', 'did not answer in time'],
  ['/reset-at-once', 'disconnect', 'broke the connection'],
  ['/nonsense', 'disconnect', 'does not answer as a server of the web does'],
  ['/endless-head', 'bound', 'has no end'],
  ['/private', 'address', 'lies in a private network'],
  ['/localhost', 'address', 'lies in a private network'],
  ['/metadata', 'address', 'lies in a private network'],
  ['/mapped', 'address', 'lies in a private network'],
  ['/file', 'address', 'nothing that a capture follows'],
  ['/ring', 'ring', 'in a ring'],
])('%s ends without an answer: %s', async (path, code, words) => {
  const { answer, problem } = await ask(path)
  expect(problem).toMatchObject({ code, sentence: expect.stringContaining(words) })
  expect(answer).toBeNull()
})

test.each([
  ['/drip', 'time', 'time', 'did not come to an end in time'],
  ['/reset', 'disconnect', 'disconnect', 'broke off in the middle'],
  ['/large', 'bound', 'length', 'more than 4 MB'],
  ['/bomb', 'bound', 'length', 'more than 4 MB'],
  ['/bomb2', 'bound', 'length', 'more than 4 MB'],
  ['/torn', 'packing', 'disconnect', 'damaged'],
])('%s is kept as far as it came', async (path, code, truncated, words) => {
  const { answer, problem } = await ask(path, { bounds: { idleMs: 5000 } })
  expect(problem).toMatchObject({ code, sentence: expect.stringContaining(words) })
  expect(answer).toMatchObject({ status: 200, truncated })
})

test('what is large lies in a file, exactly as far as the bound', async () => {
  const { answer } = await ask('/large')
  expect(answer?.body).toHaveLength(0)
  expect(answer?.spooled?.size).toBe(4 * MB)
  expect(statSync(answer?.spooled?.path ?? '').size).toBe(4 * MB)
  expect(readFileSync(answer?.spooled?.path ?? '').every((byte) => byte === 7)).toBe(true)
})

test('a staircase of redirects ends, and every step is kept', async () => {
  const { exchanges, problem } = await ask('/stairs/0')
  expect(problem?.code).toBe('ring')
  expect(exchanges).toHaveLength(TIGHT.redirects + 1)
})

test('Retry-After is obeyed within the bound, and a day is not waited for', async () => {
  const soon = await ask('/soon')
  expect(soon).toMatchObject({ problem: null, slept: [2000], answer: { status: 200 } })
  expect(soon.exchanges.map(({ status }) => status)).toEqual([429, 200])
  expect(soon.limits).toMatchObject([{ kind: 'rate' }])
  const tired = await ask('/tired')
  expect(tired).toMatchObject({ slept: [], answer: { status: 429 }, problem: { code: 'rate' } })
  expect(tired.problem?.sentence).toContain('24 hours')
})

test('a passing fault is tried again; a refusal is not', async () => {
  expect(await ask('/shaky', { bounds: { tries: 3 } })).toMatchObject({ problem: null, answer: { status: 200 } })
  const refused = await ask('/log-in')
  expect(refused).toMatchObject({ problem: { code: 'log-in' }, exchanges: [{ status: 401 }] })
})

test('no other server was reached by a redirect, and the bound of a capture holds over its answers', async () => {
  const { problem } = await ask('/ok', { bounds: { exchanges: 0 } })
  expect(problem).toMatchObject({ code: 'bound' })
  expect((await ask('/ok', { bounds: { totalMs: 0 } })).problem?.code).toBe('bound')
})

test.each([
  ['good', null],
  ['old', 'has expired'],
  ['other', 'is for another name'],
] as const)('a certificate that is %s', async (which, words) => {
  const base = `https://127.0.0.1:${await listen(createSafeServer(CERTIFICATES[which], serve))}`
  const { answer, problem, limits } = await ask('/ok', { base, ca: [AUTHORITY] })
  expect(problem?.sentence ?? null).toEqual(words === null ? null : expect.stringContaining(words))
  if (words === null) {
    expect(answer?.tls).toMatchObject({
      protocol: 'TLSv1.3',
      certificates: [{ subject: 'CN=localhost' }, { subject: 'CN=Muniment test authority' }],
    })
  } else {
    expect(answer).toBeNull()
    expect(limits).toMatchObject([{ kind: 'certificate' }])
  }
})

test('a certificate that nobody vouches for is refused', async () => {
  const base = `https://127.0.0.1:${await listen(createSafeServer(CERTIFICATES.good, serve))}`
  const { problem } = await ask('/ok', { base })
  expect(problem).toMatchObject({ code: 'certificate', sentence: expect.stringContaining('Nothing was asked of it') })
})

test('bounds are those of the capture: what an earlier run of it used is used up', async () => {
  const used = { bytes: 0, exchanges: 0, waited: 0, ms: 0 }
  const after = async (path: string, spent: Partial<typeof used>, bounds: Partial<FetchBounds>) => {
    asked = 0
    return (await ask(path, { bounds, spent: { ...used, ...spent } })).problem?.sentence ?? ''
  }
  expect(await after('/ok', { exchanges: 4 }, { exchanges: 5 })).toBe('')
  expect(await after('/ok', { exchanges: 5 }, { exchanges: 5 })).toContain('5 answers, its bound')
  expect(await after('/ok', { bytes: MB }, { totalBytes: MB })).toContain('1 MB, its bound')
  expect(await after('/ok', { ms: 120_000 }, { totalMs: 120_000 })).toContain('2 minutes, its bound')
  expect(await after('/soon', { waited: 9000 }, { waitMs: 10_000 })).toContain('longer than a capture waits')
})
