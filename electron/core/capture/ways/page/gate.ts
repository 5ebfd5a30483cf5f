// Owns the browser's only way to a network: names are looked up here, once a capture; only allowed addresses are reached; who answered is written down.
import { lookup } from 'node:dns/promises'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, isIP, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as connectSafely } from 'node:tls'
import { whyNotAsked, whyNotReached } from '../../address-policy.ts'
import { certificatesOf } from '../../certificates.ts'
import type { Exchange } from '../../exchange.ts'

export interface GateOptions {
  /** The origin that the operator named. */
  readonly named: string
  /** 32 random hexadecimal digits. */
  readonly password: string
  /** Told of an address that a page was kept from, with the sentence that says why. */
  readonly refused: (sentence: string) => void
}

/** Why a host could not be reached. */
export interface GateProblem {
  readonly sentence: string
  /** Whether it may not be, rather than did not answer: another day brings nothing else. */
  readonly forbidden: boolean
}

export interface NetworkGate {
  readonly port: number
  readonly user: string
  readonly password: string
  /** The address that a host's answers came from, and its certificates; nulls where none came. */
  answererOf(url: string): Promise<Pick<Exchange, 'remoteAddress' | 'tls'>>
  /** Why a host could not be reached; null where nothing is known. */
  problemOf(url: string): GateProblem | null
  stop(): Promise<void>
}

const USER = 'muniment'
const CONNECT_MS = 20_000
const IDLE_MS = 60_000
/** Connections at the same time; a page that asks for more waits. */
const MOST_OPEN = 200
const ASK = { 'Proxy-Authenticate': 'Basic realm="muniment"' }
const HOP = /^(?:proxy-.*|connection|keep-alive|te|trailer|upgrade)$/i

/** Opens the gate on this computer alone. */
export async function openGate(options: GateOptions): Promise<NetworkGate> {
  const expected = `Basic ${Buffer.from(`${USER}:${options.password}`).toString('base64')}`
  const policy = { named: options.named, origins: null }
  const addresses = new Map<string, Promise<string>>()
  const seen = new Map<string, Promise<Exchange['tls']>>()
  const problems = new Map<string, GateProblem>()
  const sockets = new Set<Duplex>()

  /** The one address of a host for the whole capture: what was checked is what is reached. @throws Error in words */
  async function addressOf(url: URL): Promise<string> {
    const why = whyNotAsked(url, policy)
    if (why !== null) throw new Error(why)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const key = `${url.host} ${url.protocol}`
    const found = addresses.get(key) ?? lookUp(host, url)
    addresses.set(key, found)
    return found
  }

  async function lookUp(host: string, url: URL): Promise<string> {
    const found = isIP(host) === 0 ? await lookup(host, { all: true }) : [{ address: host }]
    const reasons = found.map(({ address }) => whyNotReached(url, address, policy))
    const place = reasons.indexOf(null)
    if (place < 0) throw new Error(reasons[0] ?? `No server has the name ${host}.`)
    return found[place]?.address ?? ''
  }

  function refuse(url: URL, error: unknown): void {
    const forbidden = error instanceof Error && !('code' in error)
    const sentence = forbidden ? error.message : `No server has the name ${url.hostname}.`
    if (!problems.has(url.host)) options.refused(sentence)
    problems.set(url.host, { sentence, forbidden })
  }

  const keep = (socket: Duplex) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  }

  async function tunnel(asked: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    keep(socket)
    if (asked.headers['proxy-authorization'] !== expected) return void socket.end(answerLine(407, ASK))
    const url = URL.parse(`https://${asked.url ?? ''}`)
    if (url === null || sockets.size > MOST_OPEN * 2) return void socket.end(answerLine(400))
    try {
      const address = await addressOf(url)
      const there = connect({ host: address, port: Number(url.port || 443), timeout: CONNECT_MS })
      keep(there)
      there.on('timeout', () => there.destroy())
      there.once('connect', () => {
        there.setTimeout(IDLE_MS)
        socket.write(answerLine(200))
        if (head.length > 0) there.write(head)
        there.pipe(socket)
        socket.pipe(there)
        if (!seen.has(url.host)) seen.set(url.host, certificates(address, url))
      })
      there.once('error', () => {
        problems.set(url.host, unreached(url.host))
        socket.end(answerLine(502))
      })
      there.once('close', () => socket.destroy())
      socket.once('close', () => there.destroy())
    } catch (error) {
      refuse(url, error)
      socket.end(answerLine(403))
    }
  }

  async function forward(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    if (asked.headers['proxy-authorization'] !== expected) return void answer.writeHead(407, ASK).end()
    const url = URL.parse(asked.url ?? '')
    if (url === null || url.protocol !== 'http:') return void answer.writeHead(400).end()
    try {
      const address = await addressOf(url)
      const headers = Object.fromEntries(Object.entries(asked.headers).filter(([name]) => !HOP.test(name)))
      const { method } = asked
      const path = `${url.pathname}${url.search}`
      const there = request({
        host: address,
        port: url.port || 80,
        path,
        headers,
        timeout: IDLE_MS,
        agent: false,
        ...(method && { method }),
      })
      there.once('response', (said) => {
        answer.writeHead(
          said.statusCode ?? 502,
          said.statusMessage ?? '',
          said.rawHeaders.filter(kept(said.rawHeaders)),
        )
        said.pipe(answer)
        said.once('error', () => answer.destroy())
        said.once('aborted', () => answer.destroy())
      })
      there.once('timeout', () => there.destroy(new Error('idle')))
      there.once('error', () => {
        if (!answer.headersSent) problems.set(url.host, unreached(url.host))
        answer.destroy()
      })
      answer.once('close', () => there.destroy())
      asked.pipe(there)
    } catch (error) {
      refuse(url, error)
      // No answer of the gate’s own: it would be taken for the server’s.
      answer.destroy()
    }
  }

  const server = createServer({ maxHeaderSize: 1 << 17 }, (asked, answer) => void forward(asked, answer))
  server.on('connect', (asked, socket, head) => void tunnel(asked, socket, head))
  server.on('connection', (socket: Socket) => keep(socket))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() satisfies AddressInfo | string | null as AddressInfo

  return {
    port,
    user: USER,
    password: options.password,
    async answererOf(address) {
      const url = URL.parse(address)
      const key = `${url?.host} ${url?.protocol}`
      const remoteAddress = (await addresses.get(key)?.catch(() => null)) ?? null
      return { remoteAddress, tls: (await seen.get(url?.host ?? '')) ?? null }
    },
    problemOf: (address) => problems.get(URL.parse(address)?.host ?? '') ?? null,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

const unreached = (host: string): GateProblem => ({ sentence: `${host} could not be reached.`, forbidden: false })

/** Names stand at even places, each before its value. */
function kept(raw: readonly string[]): (value: string, place: number) => boolean {
  return (_value, place) => !HOP.test(raw[place - (place % 2)] ?? '')
}

/** Asks the same address for its certificates, which are secret within the browser's own connection. Nothing else is asked or believed. */
function certificates(address: string, url: URL): Promise<Exchange['tls']> {
  return new Promise((resolve) => {
    const name = url.hostname.replace(/^\[|\]$/g, '')
    const port = Number(url.port || 443)
    const sni = isIP(name) === 0 ? { servername: name } : {}
    // Looked at, never trusted: whether they are valid is for the browser to judge, which refuses what is not.
    const there = connectSafely({ host: address, port, rejectUnauthorized: false, timeout: CONNECT_MS, ...sni })
    const end = (said: Exchange['tls']) => {
      there.destroy()
      resolve(said)
    }
    there.once('secureConnect', () => {
      const cipher = there.getCipher()
      end({
        protocol: there.getProtocol() ?? '',
        cipher: cipher.standardName ?? cipher.name,
        certificates: certificatesOf(there.getPeerCertificate(true)),
      })
    })
    there.once('error', () => end(null))
    there.once('timeout', () => end(null))
  })
}

function answerLine(status: number, headers: Readonly<Record<string, string>> = {}): string {
  const words = {
    200: 'Connection Established',
    400: 'Bad Request',
    403: 'Forbidden',
    407: 'Proxy Authentication Required',
    502: 'Bad Gateway',
  }
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${words[status as keyof typeof words]}\r\n${fields.join('')}\r\n`
}
