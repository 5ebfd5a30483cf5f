// Nextdoor: no export to members was ever seen; tables are read by the names of their columns, and answers of the interface for agencies (docs/formats/nextdoor.md).
import type { Element } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { csvReader } from '../../kit/csv-reader.ts'
import { definePlatform } from '../../kit/define.ts'
import { passedOver } from '../../kit/draft.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import { blockText, children } from '../../kit/markup.ts'
import { markupReader } from '../../kit/markup-reader.ts'
import type { FileReader, Reading } from '../../kit/spec.ts'
import { isObject } from '../../kit/value.ts'
import { wholeReader } from '../../kit/whole-reader.ts'
import { anyOutcome, apiOutcomes } from './api.ts'
import { claimFile, holdsOf, isRecordList } from './claim.ts'
import { fieldsOf } from './fields.ts'
import { fieldsOutcome } from './record.ts'
import { pageOutcome } from './whole-page.ts'

interface PageState {
  /** The header of each table, met as its first row. */
  readonly headers: WeakMap<Element, readonly string[]>
}

const table: FileReader<PageState> = csvReader({
  isHeader: (cells) => cells.filter((cell) => cell.trim() !== '').length > 1,
  make: ({ header, cells }, _place, { file, media }) =>
    fieldsOutcome(fieldsOf(header.map((name, place) => [name, cells[place] ?? ''])), holdsOf(file.type), media),
})

const page: FileReader<PageState> = markupReader({
  xml: false,
  isItem: ({ name }) => name === 'tr',
  make: (row, { ancestors }, { file, media, state }) => {
    const owner = ancestors.findLast(({ name }) => name === 'table')
    const cells = children(row).map((cell) => blockText(cell))
    const header = owner === undefined ? undefined : state.headers.get(owner)
    if (owner === undefined || header === undefined) {
      if (owner !== undefined) state.headers.set(owner, cells)
      return passedOver('The header of a table.')
    }
    return fieldsOutcome(fieldsOf(header.map((name, place) => [name, cells[place] ?? ''])), holdsOf(file.type), media)
  },
})

const api: FileReader<PageState> = jsonReader({
  lists: isRecordList,
  make: (value, _place, { file, media }) => apiOutcomes(value, file.name, media),
  // An answer about one post alone is that post.
  rest: (envelope, { file, media }) =>
    isObject(envelope) && ('body' in envelope || 'body_text' in envelope)
      ? apiOutcomes(envelope, file.name, media)
      : [],
})

/** An object alone, without a list inside, is a record itself. */
function restOf(envelope: unknown, { media }: Reading<PageState>): readonly Outcome[] {
  const isAlone = isObject(envelope) && !Object.values(envelope).some(Array.isArray)
  return isAlone ? [anyOutcome(envelope, media)] : []
}

const TABLES = ['posts', 'comments', 'messages', 'events', 'reactions', 'rows'] as const

export default definePlatform<PageState>({
  name: 'nextdoor',
  parser: 'nextdoor 2',
  title: 'Nextdoor',
  texts: { how: 'lines', composed: ['other'] },
  neverExported: [
    'What Nextdoor gives a member is not documented, and no such export was seen when this was made: compare what was read with the files.',
    'Nextdoor gives agencies no archive. What its interface answers holds the agency’s posts and the comments under them as they stood on that day.',
  ],
  claim: claimFile,
  about: async (_survey, claims) => ({
    // Only what agencies are answered weighs so much: which way it came is part of its evidence.
    layout: [...claims.values()].some(({ type, weight }) => type === 'api' && weight >= 0.7)
      ? 'interface for agencies'
      : 'by columns',
    ownerHandle: null,
    ownerNativeId: null,
    ownerName: null,
    generatedAt: null,
  }),
  prepare: async () => ({ headers: new WeakMap() }),
  readers: {
    api,
    objects: jsonReader({
      lists: isRecordList,
      make: (value, _place, { media }) => anyOutcome(value, media),
      rest: restOf,
    }),
    page: wholeReader({ make: (bytes, { file }) => pageOutcome(bytes, file.name) }),
    ...Object.fromEntries(
      TABLES.flatMap((holds) => [
        [`${holds} csv`, table],
        [`${holds} html`, page],
      ]),
    ),
  },
})
