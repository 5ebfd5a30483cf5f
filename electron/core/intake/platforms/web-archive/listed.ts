// Owns the lists that a WACZ brings of itself: its pages with their titles, its index of captures. Every line is held against what was captured.

import type { Outcome } from '../../draft.ts'
import { failed, passedOver } from '../../kit/draft.ts'
import { damagedFile, itemBook } from '../../kit/items.ts'
import type { FileReader } from '../../kit/spec.ts'
import { isObject, textOf } from '../../kit/value.ts'
import { PackingError, unpacked } from './gzip.ts'
import { readLines } from './lines.ts'
import { listedPage, parsedLine } from './listed-titles.ts'
import { stampOf } from './stamp.ts'
import type { WebArchiveState } from './state.ts'

/** A reader of `pages.jsonl`: its first line says what it is. */
export const pagesReader: FileReader<WebArchiveState> = (reading) =>
  readListed(reading, (bytes) => {
    const value = parsedLine(bytes)
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
    const entry = parts === null ? undefined : parsedLine(Buffer.from(parts[2] ?? ''))
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
  const first = parsedLine(Buffer.from(head.split('\n', 1)[0] ?? ''))
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
  try {
    for await (const { start, bytes } of readLines(unpacked(tree.set.read(file.member, signal)))) {
      line += 1
      book.add({ pointer: `/line ${line}`, start, bytes }, outcomeOf(bytes))
      if (book.full) yield book.take()
    }
  } catch (error) {
    yield book.take()
    if (!(error instanceof PackingError)) throw error
    throw damagedFile(file, error.message)
  }
  yield book.take()
}
