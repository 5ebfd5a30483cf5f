// Reading the lists that a plan is checked against: which column holds the numbers, and which say what an entry is about.
import { foldedHeading, portalClosed, portalHeadings } from '../request/portal.ts'
import type { ListedEntry, ListKind } from './listed.ts'

const MOST_WORDS = 300
const MOST_NUMBER = 120

const NUMBERS: Readonly<Record<ListKind, readonly string[]>> = {
  'open-requests': portalHeadings.number,
  claims: [
    ...['claim number', 'claim no', 'claim no.', 'claim #', 'claim id', 'claim'],
    ...['matter number', 'matter no', 'matter no.', 'matter #', 'matter id'],
    ...['case number', 'case no', 'case no.', 'case #', 'case', 'docket number', 'docket no', 'docket no.', 'docket'],
    ...['file number', 'file no', 'file no.', 'reference number', 'reference no', 'reference no.', 'reference'],
    ...['subpoena number', 'subpoena no', 'audit number', 'audit no', 'number', 'no', 'no.', '#', 'id'],
  ],
}

/** What a claim is called, by which a hold can bear its name. */
const NAMES = ['matter', 'matter name', 'matter title', 'case name', 'case title', 'caption', 'name', 'title']

const WORDS: Readonly<Record<ListKind, readonly string[]>> = {
  'open-requests': [
    ...['subject', 'title', ...portalHeadings.text, 'accounts', 'account', ...portalHeadings.department],
  ],
  claims: [
    ...NAMES,
    ...['claimant', 'plaintiff', 'petitioner', 'party', 'parties', 'subject', 'description', 'summary'],
    ...['kind', 'type', 'court'],
  ],
}

/** A list that was read. `numberIn`: the heading of the column that holds the numbers, null where entries are known by their words alone. */
export interface ReadList {
  readonly entries: readonly ListedEntry[]
  readonly numberIn: string | null
}

/** A list of which nobody knows which column holds the numbers. */
export interface UnreadList {
  readonly headings: readonly string[]
}

/**
 * Reads a list; its first row is its header. Every row that is not blank is an entry, and one that has neither a number nor known words is known by
 * all that it says. A claim counts whatever its status is: a claim that was denied can still be sued on.
 * @param numberIn the heading of the column that was said to hold the numbers; null: the one that is known to
 */
export function readListed(
  kind: ListKind,
  table: readonly (readonly string[])[],
  numberIn: string | null,
): ReadList | UnreadList {
  const [head = [], ...body] = table
  const at = (names: readonly string[]) =>
    names.flatMap((name) => {
      const place = head.findIndex((heading) => foldedHeading(heading) === name)
      return place < 0 ? [] : [place]
    })
  const number = at(numberIn === null ? NUMBERS[kind] : [foldedHeading(numberIn)])[0]
  const words = at(WORDS[kind]).filter((place) => place !== number)
  const names = kind === 'claims' ? at(NAMES).filter((place) => place !== number) : []
  const byWords = kind === 'claims' && numberIn === null && words.length > 0
  if (number === undefined && !byWords) return { headings: head.map((heading) => heading.trim()) }
  const [status, closedOn] = [at(portalHeadings.status)[0], at(portalHeadings.closedOn)[0]]
  const entries = body.flatMap((cells): ListedEntry[] => {
    const cell = (place: number | undefined) => (cells[place ?? -1] ?? '').replace(/\s+/g, ' ').trim()
    const all = cells.map((_, place) => cell(place)).filter((text) => text !== '')
    if (all.length === 0) return []
    const said = words.map(cell).filter((text) => text !== '')
    const own = cell(number).slice(0, MOST_NUMBER)
    return [
      {
        kind,
        number: own,
        words: (said.length === 0 && own === '' ? all : said).join(' · ').slice(0, MOST_WORDS),
        names: names.map(cell).filter((text) => text !== ''),
        closed: kind === 'open-requests' && saysClosed(cell(status), cell(closedOn)),
      },
    ]
  })
  return { entries, numberIn: number === undefined ? null : (head[number]?.trim() ?? '') }
}

/** A status says it; where there is none, a day on which it was closed. A request that was opened again keeps that day. */
function saysClosed(status: string, closedOn: string): boolean {
  return status === '' ? /\d/.test(closedOn) : portalClosed.test(status)
}
