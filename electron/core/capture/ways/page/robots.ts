// What a site's robots.txt says of an address: written down, not obeyed. The rules are for programs that look for others' pages; a capture keeps the
// City's own, and whether it may is said by the terms and by the attorney.
import robotsParser from 'robots-parser'
import type { MetLimit } from '../../../../../shared/domain/capture/capture.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Exchange } from '../../exchange.ts'
import type { CaptureContext } from '../../way.ts'

/** Bytes of the file that are read (RFC 9309 §2.5 asks for 500 KiB at least). */
const LARGEST = 1 << 20
/** The name under which a site could speak of this program alone. */
const PROGRAM = 'Muniment'
const REQUEST = 'robots.txt'

/** Asks for the file. Yields what was exchanged, to be stored with the capture, and tells what was met. */
export async function* meetRobots(context: CaptureContext): AsyncGenerator<Exchange> {
  const { fetcher, scope, now, limit } = context
  const url = new URL('/robots.txt', scope.address).href
  const { exchanges, answer, problem } = await fetcher.fetch({ url, answerBytes: LARGEST })
  yield* exchanges
  const text = answer?.status === 200 && problem === null ? Buffer.from(answer.body).toString() : null
  const met = (sentence: string): MetLimit => ({ kind: 'robots', at: Instant.parse(now()), sentence })
  limit(met(text === null ? without(url, answer?.status) : said(url, text, scope.address)))
}

function without(url: string, status: number | undefined): string {
  const { host } = new URL(url)
  if (status === 404 || status === 410) return `${host} has no ${REQUEST}: it says nothing of programs.`
  const why = status === undefined ? 'it did not come' : `the server answered with ${status}`
  return `What the ${REQUEST} of ${host} says is unknown: ${why}.`
}

/** @returns what the file says of the address, in a sentence */
export function said(url: string, text: string, address: string): string {
  const { host, pathname } = new URL(address)
  const rules = robotsParser(url, text)
  const delay = rules.getCrawlDelay(PROGRAM)
  const asks = delay === undefined ? '' : ` It asks programs to wait ${delay} seconds between pages.`
  if (rules.isDisallowed(address, PROGRAM) !== true)
    return `The ${REQUEST} of ${host} lets programs see ${pathname}.${asks}`
  const line = rules.getMatchingLineNumber(address, PROGRAM)
  const where = line > 0 ? ` (line ${line})` : ''
  return `The ${REQUEST} of ${host} asks programs to stay away from ${pathname}${where}. The page is the account’s own, and was captured all the same.${asks}`
}
