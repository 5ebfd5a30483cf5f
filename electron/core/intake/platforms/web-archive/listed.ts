// Owns the lists that a WACZ brings of itself: its pages with their titles, its index of captures. Every line is held against what was captured.

import { MemberError } from '../../archive/archive.ts'
import type { Outcome } from '../../draft.ts'
import type { Claims } from '../../kit/claims.ts'
import { failed, passedOver } from '../../kit/draft.ts'
import { itemBook } from '../../kit/items.ts'
import type { Survey } from '../../kit/peek.ts'
import type { FileReader } from '../../kit/spec.ts'
import { isObject, textOf } from '../../kit/value.ts'
import { addressKey } from './address.ts'
import { unpacked } from './gzip.ts'
import { readLines } from './lines.ts'
import type { WebArchiveState } from './reader.ts'
import { nearest, stampOf } from './stamp.ts'

interface ListedPage {
  readonly uri: string
  readonly stamp: string
  readonly title: string
}

/** What the archive's lists call the page under an address, at the listed time that is nearest; `''` where they do not. */
export async function listedTitles(
  { tree }: Survey,
  claims: Claims,
  signal: AbortSignal,
): Promise<(uri: string, stamp: string) => string> {
  const pages = new Map<string, ListedPage[]>()
  for (const [{ member }, { type }] of claims) {
    if (type !== 'pages') continue
    try {
      for await (const { bytes } of readLines(unpacked(tree.set.read(member, signal)))) {
        const page = listedPage(bytes)
        if (page !== null) pages.set(addressKey(page.uri), [...(pages.get(addressKey(page.uri)) ?? []), page])
      }
    } catch (error) {
      if (!(error instanceof MemberError)) throw error
    }
  }
  return (uri, stamp) => nearest(pages.get(addressKey(uri)) ?? [], stamp)?.title ?? ''
}

/** A reader of `pages.jsonl`: its first line says what it is. */
export const pagesReader: FileReader<WebArchiveState> = (reading) =>
  readListed(reading, (bytes) => {
    const value = parse(bytes)
    if (!isObject(value)) return failed('line-malformed', 'is malformed and cannot be understood')
    if (typeof value.format === 'string' && value.url === undefined) return passedOver('The head of a list of pages.')
    const page = listedPage(bytes)
    if (page === null) return failed('line-malformed', 'lists a page without an address')
    return reading.state.captures.holds(page.uri, null)
      ? passedOver('A line of the list of pages: the page was captured, and is a record.')
      : failed('page-not-captured', `lists “${page.uri}”, which the archive does not hold`)
  })

const CDXJ = /^\S+ (\d{4,17}) (\{.*)$/s

/** A reader of an index of captures (CDXJ). */
export const indexReader: FileReader<WebArchiveState> = (reading) =>
  readListed(reading, (bytes) => {
    const parts = CDXJ.exec(bytes.toString('utf8').trim())
    if (bytes[0] === 0x21) return passedOver('The head of an index.')
    const entry = parts === null ? undefined : parse(Buffer.from(parts[2] ?? ''))
    if (!isObject(entry)) return failed('line-malformed', 'is malformed and cannot be understood')
    const uri = textOf(entry.url)
    if (!/^https?:/.test(uri))
      return passedOver('A line of the index about something that the program wrote for itself.')
    return reading.state.captures.holds(uri, stampOf(parts?.[1]))
      ? passedOver('A line of the index: the capture is in the archive.')
      : failed('capture-missing', `says that “${uri}” was captured at ${parts?.[1]}, and the archive does not hold it`)
  })

/** Whether bytes begin as a list of pages. */
export function isPageList(head: string): boolean {
  const first = parse(Buffer.from(head.split('\n', 1)[0] ?? ''))
  return isObject(first) && /^json-pages-/.test(textOf(first.format))
}

/** Whether bytes begin as an index of captures. */
export function isIndex(head: string): boolean {
  return /^(?:!meta \{|\S+ \d{14,17} \{\s*")/.test(head) && /"(?:url|offset|filename|format)"\s*:/.test(head)
}

async function* readListed(
  { tree, file, signal }: Parameters<FileReader<WebArchiveState>>[0],
  outcomeOf: (bytes: Buffer) => Outcome,
) {
  const book = itemBook()
  let line = 0
  for await (const { start, bytes } of readLines(unpacked(tree.set.read(file.member, signal)))) {
    line += 1
    book.add({ pointer: `/line ${line}`, start, bytes }, outcomeOf(bytes))
    if (book.full) yield book.take()
  }
  yield book.take()
}

function listedPage(bytes: Buffer): ListedPage | null {
  const value = parse(bytes)
  if (!isObject(value) || textOf(value.url) === '') return null
  return { uri: textOf(value.url), stamp: stampOf(value.ts), title: textOf(value.title) }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
