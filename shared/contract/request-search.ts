// Operations on the search for what answers a request, and on the statement that says what was searched.
import { z } from 'zod'
import { AccessionId, Digest, GrantId, RecordId, RequestId } from '../domain/id.ts'
import { RecordKind } from '../domain/record/record.ts'
import { PickAct, RequestPick, SearchDraft } from '../domain/request/request-search.ts'
import {
  FiledPersonalSearch,
  PersonalSearch,
  SearchStatement,
  StoredStatement,
} from '../domain/request/search-statement.ts'
import { Instant } from '../domain/time.ts'
import { command, job, query } from './define.ts'

const request = RequestId
const changes = ['REQUEST_UNKNOWN', 'REQUEST_REFUSED', 'INPUT_INVALID'] as const

export const searchShow = query('search.show', {
  summary: 'The searches of a request and the search statement as it stands now, with the statements stored before.',
  input: z.strictObject({ request }),
  output: z.strictObject({
    /** Who settled the searches, and when; null where they are what the request asks for. */
    saved: z.strictObject({ id: z.int().positive(), at: Instant, by: z.string().nullable() }).nullable(),
    picks: z.array(RequestPick),
    now: SearchStatement,
    personal: z.array(FiledPersonalSearch),
    stored: z.array(StoredStatement.omit({ statement: true })),
    /** Whether the newest stored statement says what one would say now. */
    current: z.boolean(),
  }),
  errors: ['REQUEST_UNKNOWN', 'INPUT_INVALID'],
})

export const searchCount = query('search.count', {
  summary: 'How many records a search finds by itself, in words.',
  input: z.strictObject({ search: SearchDraft }),
  output: z.strictObject({ found: z.int().nonnegative(), words: z.string() }),
  errors: ['INPUT_INVALID'],
})

export const searchSave = command('search.save', {
  summary:
    'Settles the searches of a request; it holds their accounts and periods, too. Refused where somebody settled others since.',
  input: z.strictObject({
    request,
    searches: z.array(SearchDraft).min(1).max(20),
    /** Number of the wording that is changed; null where nobody settled any. */
    seen: z.int().positive().nullable(),
  }),
  output: z.strictObject({ id: z.int().positive() }),
  errors: [...changes, 'ACCOUNT_UNKNOWN'],
})

export const searchPick = command('search.pick', {
  summary: 'Takes records into what answers a request by hand, leaves them out, or takes that back.',
  input: z.strictObject({
    request,
    records: z.array(RecordId).min(1).max(1000),
    act: PickAct,
    reason: z.string().trim().min(1).max(1000),
  }),
  output: z.strictObject({ changed: z.int().nonnegative() }),
  errors: [...changes, 'RECORD_UNKNOWN'],
})

export const searchAnswer = command('search.answer', {
  summary: 'Answers a line of the search statement: what was done about what words cannot search.',
  input: z.strictObject({
    request,
    line: z.string().min(1).max(80),
    /** What the line says: the answer is one to that, and to nothing that it says later. */
    facts: z.string().min(1).max(20_000),
    answer: z.string().trim().min(1).max(4000),
  }),
  output: z.strictObject({}),
  errors: changes,
})

export const searchPersonal = command('search.personal', {
  summary: 'Enters who was asked to search personal accounts for the request, and the declaration that came.',
  input: z.strictObject({ request, number: z.int().positive().nullable(), said: PersonalSearch }),
  output: z.strictObject({ number: z.int().positive() }),
  errors: changes,
})

export const searchFiles = query('search.files', {
  summary: 'Files of the searched exports that words cannot search, a page at a time.',
  input: z.strictObject({
    request,
    files: z.enum(['unread', 'quarantined', 'left-out']),
    offset: z.int().nonnegative(),
  }),
  output: z.strictObject({
    total: z.int().nonnegative(),
    files: z.array(
      z.strictObject({
        accession: AccessionId,
        name: z.string(),
        size: z.int().nonnegative(),
        finding: z.string().nullable(),
      }),
    ),
  }),
  errors: ['REQUEST_UNKNOWN'],
})

export const searchDuplicates = query('search.duplicates', {
  summary: 'Exact duplicates among what answers a request: the same kind, words, pictures and files.',
  input: z.strictObject({ request }),
  output: z.strictObject({
    groups: z.array(z.strictObject({ records: z.array(RecordId), kind: RecordKind, text: z.string() })),
    /** Groups that are not listed. */
    more: z.int().nonnegative(),
  }),
  errors: ['REQUEST_UNKNOWN', 'INPUT_INVALID'],
})

export const searchState = job('search.state', {
  summary: 'Stores the search statement of a request as its next version; what it found is held from then on.',
  input: z.strictObject({ request }),
  output: z.strictObject({
    version: z.int().positive(),
    digest: Digest,
    responsive: z.int().nonnegative(),
    open: z.int().nonnegative(),
  }),
  errors: ['REQUEST_UNKNOWN', 'REQUEST_REFUSED', 'INPUT_INVALID'],
})

export const searchStatement = query('search.statement', {
  summary: 'A stored search statement: one version, or the newest.',
  input: z.strictObject({ request, version: z.int().positive().nullable() }),
  output: StoredStatement,
  errors: ['REQUEST_UNKNOWN', 'INPUT_INVALID'],
})

export const searchPrint = job('search.print', {
  summary: 'Writes a stored search statement as a tagged PDF.',
  input: z.strictObject({ request, version: z.int().positive().nullable(), to: GrantId }),
  output: z.strictObject({ pages: z.int().positive(), digest: Digest }),
  errors: ['REQUEST_UNKNOWN', 'INPUT_INVALID', 'GRANT_UNKNOWN', 'FILE_UNREADABLE', 'DISK_FULL'],
})

export const searchHits = job('search.hits', {
  summary:
    'Writes the hit list as it is now: a record and the SHA-256 of its version a line. Its digest is the statement’s.',
  input: z.strictObject({ request, to: GrantId }),
  output: z.strictObject({ records: z.int().nonnegative(), digest: Digest }),
  errors: ['REQUEST_UNKNOWN', 'INPUT_INVALID', 'GRANT_UNKNOWN', 'FILE_UNREADABLE', 'DISK_FULL'],
})
