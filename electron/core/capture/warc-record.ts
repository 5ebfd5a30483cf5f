// Owns making WARC 1.1 records of an exchange: the answer and the request, with what is known of the connection.
import { BaseSerializerBuffer, WARC_1_1, WARCRecord, WARCSerializer } from 'warcio'
import { createReadStream } from '../vault/cipher/streams.ts'
import { type Exchange, type Fields, fieldOf } from './exchange.ts'

/** Serialised bytes, as a stream; packed as a gzip of its own, as the format wants it. */
export type Serialised = AsyncIterable<Uint8Array>

const PACKED = { gzip: true, digest: { algo: 'sha-256', prefix: 'sha256:' } } as const

/** What a record says of the exchange beside the bytes. @param id `<urn:uuid:…>` */
function answerHead(exchange: Exchange, id: string): [string, string][] {
  const { remoteAddress, tls, truncated, reader, rawDigest } = exchange
  return [
    ['WARC-Record-ID', id],
    ...(remoteAddress === null ? [] : [['WARC-IP-Address', remoteAddress] as [string, string]]),
    ...(tls === null
      ? []
      : ([
          ['WARC-Protocol', tls.protocol.replace(/^TLSv/i, 'tls/')],
          ['WARC-Cipher-Suite', tls.cipher],
        ] as [string, string][])),
    ...(truncated === null ? [] : [['WARC-Truncated', truncated] as [string, string]]),
    // Fields of Muniment’s own, as WARC 1.1 §4 allows them.
    ...(reader === null ? [] : [['Muniment-Reader', reader] as [string, string]]),
    ...(rawDigest === null ? [] : [['Muniment-Transferred-Digest', `sha256:${rawDigest}`] as [string, string]]),
  ]
}

/** The answer. Its content is stored with its packing undone: the fields that speak of the packing keep their values under `x-orig-` names. */
export function answerRecord(
  exchange: Exchange,
  id: string,
): { readonly record: WARCRecord; readonly bytes: Serialised } {
  const size = exchange.spooled?.size ?? exchange.body.length
  const record = WARCRecord.create(
    {
      type: 'response',
      warcVersion: WARC_1_1,
      url: exchange.url,
      date: new Date(exchange.at).toISOString(),
      warcHeaders: answerHead(exchange, id),
      statusline: `HTTP/1.1 ${exchange.status} ${oneLine(exchange.statusText)}`.trim(),
      httpHeaders: unpackedFields(exchange.responseHeaders, size),
    },
    contentOf(exchange),
  )
  return { record, bytes: new WARCSerializer(record, PACKED, bufferFor(exchange)) }
}

/** The request that an answer is to. */
export function requestRecord(exchange: Exchange, id: string, answer: string): Serialised {
  const url = new URL(exchange.url)
  const record = WARCRecord.create(
    {
      type: 'request',
      warcVersion: WARC_1_1,
      url: exchange.url,
      date: new Date(exchange.at).toISOString(),
      warcHeaders: [
        ['WARC-Record-ID', id],
        ['WARC-Concurrent-To', answer],
      ],
      statusline: `${exchange.method} ${url.pathname}${url.search} HTTP/1.1`,
      httpHeaders: joined(exchange.requestHeaders),
    },
    exchange.requestBody === null ? [] : [exchange.requestBody],
  )
  return new WARCSerializer(record, PACKED)
}

/** What the file says of itself. @param info lines of `application/warc-fields` */
export function infoRecord(info: Readonly<Record<string, string>>, at: number, id: string): Serialised {
  const record = WARCRecord.createWARCInfo(
    { warcVersion: WARC_1_1, date: new Date(at).toISOString(), warcHeaders: { 'WARC-Record-ID': id } },
    Object.fromEntries(Object.entries(info).map(([name, value]) => [name, oneLine(value)])),
  )
  return new WARCSerializer(record, PACKED)
}

/** Something that a browser made of a page: a picture, a PDF, its words. @param address such as `urn:view:https://…` */
export function resourceRecord(
  address: string,
  mime: string,
  bytes: Uint8Array,
  at: number,
  id: string,
  reader: string | null = null,
) {
  const record = WARCRecord.create(
    {
      type: 'resource',
      warcVersion: WARC_1_1,
      url: address,
      date: new Date(at).toISOString(),
      warcHeaders: {
        'WARC-Record-ID': id,
        'Content-Type': mime,
        ...(reader === null ? {} : { 'Muniment-Reader': reader }),
      },
    },
    [bytes],
  )
  return { record, bytes: new WARCSerializer(record, PACKED) }
}

function unpackedFields(fields: Fields, size: number): [string, string][] {
  const packed = /^(?:content-encoding|transfer-encoding|content-length)$/i
  const renamed = fields.map(
    ([name, value]) => [packed.test(name) ? `x-orig-${name.toLowerCase()}` : name, value] as const,
  )
  // An answer without content says how long it would be.
  const length = size > 0 || fieldOf(fields, 'content-length') !== '' ? [['Content-Length', String(size)] as const] : []
  return joined([...renamed, ...length])
}

/** Fields that stand several times become one, as RFC 9110 §5.3 allows: the library keeps one of a name. */
function joined(fields: Fields): [string, string][] {
  const names = new Map<string, [string, string]>()
  for (const [name, value] of fields) {
    const known = names.get(name.toLowerCase())
    if (known === undefined) names.set(name.toLowerCase(), [name, oneLine(value)])
    else known[1] = `${known[1]}, ${oneLine(value)}`
  }
  return [...names.values()]
}

const oneLine = (text: string) => text.replace(/[\r\n]+/g, ', ')

function contentOf({ body, spooled }: Exchange): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return spooled === null ? [body] : createReadStream(spooled.path)
}

/** The library reads content twice, once for its digest: what lies in a file is read there again, not held. */
class FileAgain extends BaseSerializerBuffer {
  readonly path: string
  constructor(path: string) {
    super()
    this.path = path
  }
  write(): void {}
  readAll(): AsyncIterable<Uint8Array> {
    return createReadStream(this.path)
  }
  purge(): void {}
}

function bufferFor({ spooled }: Exchange): BaseSerializerBuffer | undefined {
  return spooled === null ? undefined : new FileAgain(spooled.path)
}
