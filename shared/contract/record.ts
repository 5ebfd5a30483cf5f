// Operations that read records.
import { z } from 'zod'
import { Unshown } from '../domain/capture/comparison.ts'
import { GrantId, RecordId } from '../domain/id.ts'
import { RemovedBy } from '../domain/office/removal.ts'
import { Completion, Facets } from '../domain/record/facet.ts'
import { ListFormat, RecordDetail, RecordRow } from '../domain/record/record.ts'
import { Beside, RecordColumn, RecordOrder } from '../domain/record/record-list.ts'
import { command, job, query } from './define.ts'

const Search = z.string().max(4000)
/** Whether whoever asks has opened a restricted record on purpose, by `restriction.open`. */
const Opened = z.boolean().default(false)

export const recordPage = query('record.page', {
  summary:
    'A page of the record list, in an order, by key: below the record `before`, of which the order puts `beside` before its time.',
  input: z.strictObject({
    search: Search,
    order: RecordOrder.default('newest'),
    before: RecordId.nullable(),
    beside: Beside.default(null),
    words: z.boolean().default(false),
    limit: z.int().min(1).max(500),
    live: z.boolean(),
  }),
  output: z.strictObject({
    rows: z.array(RecordRow),
    besides: z.array(Beside),
    words: z.array(z.array(z.string())),
    terms: z.array(z.string()),
    problems: z.array(z.string()),
    hints: z.array(z.string()),
    explained: z.string(),
  }),
})

export const recordOutline = query('record.outline', {
  summary: 'How many records a search finds, and the id at every so many rows, so that a list can jump.',
  input: z.strictObject({
    search: Search,
    every: z.int().min(50).max(10_000),
    live: z.boolean(),
    order: RecordOrder.default('newest'),
  }),
  output: z.strictObject({ total: z.int().nonnegative(), anchors: z.array(RecordId), besides: z.array(Beside) }),
})

export const recordComplete = query('record.complete', {
  summary:
    'What a query that is being typed may go on with at a place: names of filters, then their values with counts.',
  input: z.strictObject({ search: Search, at: z.int().min(0).max(4000), limit: z.int().min(1).max(50) }),
  output: z.strictObject({ items: z.array(Completion) }),
})

export const recordFacets = query('record.facets', {
  summary:
    'How what a search finds is spread over platforms, accounts, kinds, series, years, media and states, and over time.',
  input: z.strictObject({ search: Search, live: z.boolean() }),
  output: Facets,
})

export const recordExport = job('record.export', {
  summary:
    'Writes what a search finds, in the columns and the order of the list, as CSV, as a workbook (XLSX) or as a tagged PDF; the copy is registered.',
  input: z.strictObject({
    search: Search,
    live: z.boolean(),
    order: RecordOrder.default('newest'),
    columns: z
      .array(RecordColumn)
      .min(1)
      .default([...RecordColumn.options]),
    format: ListFormat,
    to: GrantId,
  }),
  output: z.strictObject({ records: z.int().nonnegative() }),
  errors: ['GRANT_UNKNOWN', 'INPUT_INVALID', 'FILE_UNREADABLE'],
})

export const recordPrint = job('record.print', {
  summary:
    'Writes one record as a tagged PDF to print: its content, its versions, where it was read; the copy is registered.',
  input: z.strictObject({ id: RecordId, to: GrantId }),
  output: z.strictObject({ pages: z.int().positive() }),
  errors: ['GRANT_UNKNOWN', 'RECORD_UNKNOWN', 'RECORD_LOCKED', 'FILE_UNREADABLE'],
})

/**
 * A record whole, with what captures tell of whether it is still shown, and the entry of the log of removed content that says by whom it went.
 */
const ShownRecord = RecordDetail.extend({
  unshown: Unshown.nullable(),
  removal: z.strictObject({ entry: z.int().positive(), by: RemovedBy }).nullable(),
})
export type ShownRecord = z.infer<typeof ShownRecord>

export const recordShow = query('record.show', {
  summary: 'A record whole: every version, its media, measures and where each was seen.',
  input: z.strictObject({ id: RecordId, opened: Opened }),
  output: ShownRecord,
  errors: ['RECORD_UNKNOWN', 'RECORD_LOCKED', 'RECORD_RESTRICTED'],
})

export const recordThread = query('record.thread', {
  summary: 'The thread or conversation around a record, oldest first.',
  input: z.strictObject({ id: RecordId, limit: z.int().min(1).max(500) }),
  output: z.array(RecordRow),
  errors: ['RECORD_UNKNOWN'],
})

export const recordSource = query('record.source', {
  summary:
    'The source fragments a version was read from; passwords, tokens, addresses of computers and devices masked unless asked for.',
  input: z.strictObject({
    id: RecordId,
    version: z.int().positive(),
    unmasked: z.boolean().default(false),
    opened: Opened,
  }),
  output: z.array(
    z.strictObject({
      role: z.string(),
      text: z.string(),
      bytes: z.int().nonnegative(),
      masked: z.int().nonnegative(),
    }),
  ),
  errors: ['RECORD_UNKNOWN', 'RECORD_LOCKED', 'RECORD_RESTRICTED'],
})

export const recordUnmask = command('record.unmask', {
  summary: 'Writes down that somebody is shown what is masked in a version’s source; then it may be asked for.',
  input: z.strictObject({ id: RecordId, version: z.int().positive() }),
  output: z.strictObject({}),
  errors: ['RECORD_UNKNOWN', 'RECORD_LOCKED'],
})
