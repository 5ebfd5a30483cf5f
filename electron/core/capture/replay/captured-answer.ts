// Owns giving back an answer as it was captured: for the window that replays, which has no network of its own.
import { gunzipSync } from 'node:zlib'
import { WARCParser } from 'warcio'
import type { CapturedAnswer } from '../../../../shared/contract/replay.ts'
import { isSecretName } from '../../../../shared/text/secret-names.ts'
import type { Entry, PackageIndex } from './package-index.ts'
import { withoutFragment } from './package-index.ts'

/** Bytes of an answer that is given back. */
const LARGEST = 128 << 20
/** Fields that speak of the connection, open a session, or would have the browser do something of its own. */
const DROPPED =
  /^(?:set-cookie2?|content-encoding|content-length|transfer-encoding|connection|keep-alive|alt-svc|strict-transport-security|report-to|nel|link|clear-site-data|refresh|x-orig-.*)$/i

/**
 * The answer to a request of a replayed page.
 * @param nth how often the window has asked this before: what was asked several times is given in its order, and then its last
 */
export async function capturedAnswer(
  index: PackageIndex,
  asked: { readonly url: string; readonly method: string; readonly nth: number },
): Promise<CapturedAnswer | null> {
  const found = entriesFor(index, asked.url).filter(({ method }) => method === asked.method)
  const entry = found[Math.min(asked.nth, found.length - 1)]
  if (entry === undefined || entry.length > LARGEST) return null
  const record = await WARCParser.parse([gunzipSync(await index.bytes(entry), { maxOutputLength: LARGEST })], {
    keepHeadersCase: false,
  })
  if (record === null) return null
  const body = new Uint8Array(await record.readFully(false))
  const { httpHeaders } = record
  if (httpHeaders === null)
    return { status: 200, headers: [['Content-Type', record.warcContentType ?? 'application/octet-stream']], body }
  const headers = [...httpHeaders.headers].filter(([name]) => !DROPPED.test(name))
  return { status: Number(httpHeaders.statusCode) || 200, headers: headers.map(([name, value]) => [name, value]), body }
}

/** By the very address; else by one that differs in keys, which are not stored, and in what only keeps answers from being remembered. */
function entriesFor({ byAddress }: PackageIndex, url: string): readonly Entry[] {
  const address = withoutFragment(url)
  const exact = byAddress.get(address)
  if (exact !== undefined) return exact
  const wanted = withoutBusters(address)
  for (const [other, entries] of byAddress) if (withoutBusters(other) === wanted) return entries
  return []
}

const BUSTER = /^(?:_|cb|t|ts|rand|random|nocache|cachebuster|v)$/i

function withoutBusters(address: string): string {
  const url = URL.parse(address)
  if (url === null || url.search === '') return address
  for (const name of [...url.searchParams.keys()])
    if (BUSTER.test(name) || isSecretName(name)) url.searchParams.delete(name)
  url.searchParams.sort()
  return url.href
}
