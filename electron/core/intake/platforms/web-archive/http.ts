// Owns an answer of the web as a record holds it: status, fields, and the content below them.
import { AsyncIterReader, StatusAndHeadersParser } from 'warcio'
import type { WarcRecord } from './warc.ts'

/** What a server answered, or what a program kept under an address without a server's words. */
export interface Answer {
  /** The server's status; null where it was kept without one. */
  readonly status: number | null
  readonly field: (name: string) => string
  /** The kind of content without its parameters, in lower case: `text/html`. */
  readonly mime: string
  /** What its parameters say of the letters; `''` where they say nothing. */
  readonly charset: string
  /** The answer's own head, byte for byte; empty where there is none. */
  readonly head: Buffer
  /** As it was transferred. */
  readonly payload: AsyncIterable<Uint8Array>
}

const LONGEST_HEAD = 1 << 20

/** A record's content as an answer. What has no head of an answer is content as it stands. */
export async function answerOf(record: WarcRecord): Promise<Answer> {
  const type = record.field('Content-Type')
  if (!/^application\/http\b/i.test(type) && !(type === '' && record.type === 'response')) {
    return { status: null, field: () => '', ...kindOf(type), head: Buffer.alloc(0), payload: record.block }
  }
  const chunks = record.block[Symbol.asyncIterator]()
  let begun = Buffer.alloc(0)
  let end = -1
  while (end < 0 && begun.length < LONGEST_HEAD) {
    const next = await chunks.next()
    if (next.done === true) break
    begun = Buffer.concat([begun, next.value])
    end = headEnd(begun)
  }
  const head = begun.subarray(0, Math.max(end, 0))
  const fields = await fieldsOf(head)
  const field = (name: string) => fields?.headers.get(name) ?? ''
  const status = Number(fields?.statusCode)
  return {
    status: Number.isInteger(status) && status > 0 ? status : null,
    field,
    ...kindOf(field('Content-Type')),
    head,
    payload: rest(begun.subarray(head.length), chunks),
  }
}

/** Past the blank line; -1 where it is not there yet. */
function headEnd(bytes: Buffer): number {
  const strict = bytes.indexOf('\r\n\r\n')
  if (strict >= 0) return strict + 4
  const loose = bytes.indexOf('\n\n')
  return loose < 0 ? -1 : loose + 2
}

async function fieldsOf(head: Buffer) {
  if (head.length === 0) return null
  // Servers of old end lines with a line feed alone.
  const lines = head.includes('\r\n') ? head : Buffer.from(head.toString('latin1').replaceAll('\n', '\r\n'), 'latin1')
  const reader = new AsyncIterReader(AsyncIterReader.fromIter([lines]), null)
  return new StatusAndHeadersParser().parse(reader, { headersClass: Headers })
}

function kindOf(type: string): Pick<Answer, 'mime' | 'charset'> {
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1] ?? ''
  return { mime: (type.split(';', 1)[0] ?? '').trim().toLowerCase(), charset: charset.toLowerCase() }
}

async function* rest(begun: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (begun.length > 0) yield begun
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value
}
