// What is in each of the office's own files: the rows of the catalog that are its own, and the objects that they name.
import type { OfficeFileKind, OfficeFileRef } from '../../../../../shared/domain/disposition/office-file.ts'
import type { Driver, Value } from '../../catalog/driver.ts'
import { rememberNumbers } from '../packet/given-number.ts'

/** A table with the rows that belong to a file: `it` is the file's id as text, `no` as a number. */
type Part = readonly [table: string, rows: string]

const BOUND = 'WITH it (id) AS (SELECT ?), no (id) AS (SELECT CAST(? AS INTEGER))'
const ofRequest = (...tables: readonly string[]): Part[] => tables.map((table) => [table, 'request_id IN it'])
const ofProduction = (...tables: readonly string[]): Part[] => tables.map((table) => [table, 'production_id IN no'])
const papersOf = (subject: 'request' | 'message' | 'plan' | 'hold', ids = 'it'): Part[] => [
  ['note_wording', `note_id IN (SELECT id FROM note WHERE subject_kind = '${subject}' AND subject_id IN ${ids})`],
  ['note', `subject_kind = '${subject}' AND subject_id IN ${ids}`],
  ['attachment', `subject_kind = '${subject}' AND subject_id IN ${ids}`],
]
const MESSAGES = '(SELECT CAST(id AS TEXT) FROM request_message WHERE request_id IN it)'
const ofHolds = (holds: string): Part[] => [
  ['hold_record', `hold_id IN (${holds})`],
  ['hold_matter', `hold_id IN (${holds})`],
  ['hold_scope', `hold_id IN (${holds})`],
  ['hold_let_go', `hold_id IN (${holds})`],
  ['hold_file', `hold_id IN (${holds})`],
]
const copyOf = (copies: string) => `copy_id IN (${copies})`
const REVIEW_COPIES = 'SELECT id FROM review_copy WHERE request_id IN it'
const ofReplies = (...tables: readonly string[]): Part[] =>
  tables.map((table) => [table, `reply_id IN (SELECT id FROM review_reply WHERE ${copyOf(REVIEW_COPIES)})`])
const REVIEW_SIGNATURES = 'SELECT id FROM review_signature WHERE request_id IN it'
const LETTERS = 'SELECT id FROM request_letter WHERE request_id IN it'
const POSTINGS = 'SELECT id FROM packet_posting WHERE production_id IN no'

// What refers to a row goes before it.
const PARTS: Readonly<Record<OfficeFileKind, readonly Part[]>> = {
  packet: [
    ['removal_demand', `posting_id IN (${POSTINGS})`],
    ['production_opening_key', 'opening_id IN (SELECT id FROM production_opening WHERE production_id IN no)'],
    ...ofProduction('packet_posting', 'packet_recall_step', 'packet_recall', 'production_pages', 'production_opening'),
    ...ofProduction(
      'production_secret',
      'production_decision',
      'production_item',
      'production_seal',
      'production_sent',
    ),
    ['production', 'id IN no'],
  ],
  'request-file': [
    ['letter_translation', `letter_id IN (${LETTERS})`],
    ['letter_key_signature', `letter_id IN (${LETTERS})`],
    ...ofRequest('request_letter', 'request_pick', 'request_search', 'search_answer', 'request_declaration'),
    ...ofRequest('search_statement', 'request_found', 'request_narrowing', 'request_fee', 'request_kept_until'),
    ['request_merge', 'request_id IN it OR into_id IN it'],
    ...papersOf('message', MESSAGES),
    ...ofRequest('request_event', 'request_message', 'request_part', 'request_part_import', 'request_portal'),
    ['review_signature_key', `signature_id IN (${REVIEW_SIGNATURES})`],
    ['review_key_signature', `signature_id IN (${REVIEW_SIGNATURES})`],
    ...ofRequest('review_decision', 'review_kept', 'review_signature', 'packet_check'),
    ...ofReplies('review_comment', 'review_reply_key_signature'),
    ['review_reply', copyOf(REVIEW_COPIES)],
    ...ofRequest('review_copy'),
    ...ofHolds('SELECT id FROM hold WHERE request_id IN it'),
    ...papersOf('request'),
    ['hold', 'request_id IN it'],
    ['request', 'id IN it'],
  ],
  'purge-plan': [
    ['plan_list_column', 'list_id IN (SELECT id FROM plan_list WHERE plan_id IN no)'],
    ['plan_list', 'plan_id IN no'],
    ['plan_first_list', 'plan_id IN no'],
    ['listed_answer', 'plan_id IN no'],
    ['plan_narrowing', 'plan_id IN no'],
    ['plan_file_narrowing', 'plan_id IN no'],
    ['held_packages_page', 'plan_id IN no'],
    ['approval', 'plan_id IN no'],
    ...papersOf('plan'),
    // A plan that was carried out keeps its row: its day, its digest and its counts are what the certificate is of.
    ['plan', 'id IN no AND id NOT IN (SELECT plan_id FROM destruction)'],
  ],
  'hold-file': [...ofHolds('SELECT id FROM no'), ...papersOf('hold'), ['hold', 'id IN no']],
  'removal-entry': [
    ['steward_wording', 'entry_id IN no'],
    ['steward_act', 'entry_id IN no'],
    ['steward_entry', 'id IN no'],
  ],
  remainder: [],
}

/** Objects that a file names, besides what was issued of it. */
const OBJECTS: Readonly<Record<OfficeFileKind, readonly string[]>> = {
  packet: [
    'SELECT packet_digest AS digest FROM production WHERE id IN no',
    "SELECT digest FROM issued WHERE place = 'vault' AND subject IN (SELECT 'production ' || id FROM it)",
  ],
  'request-file': [
    "SELECT object_digest AS digest FROM attachment WHERE subject_kind = 'request' AND subject_id IN it",
    `SELECT object_digest AS digest FROM attachment WHERE subject_kind = 'message' AND subject_id IN ${MESSAGES}`,
    'SELECT document_digest AS digest FROM hold WHERE request_id IN it',
    'SELECT release_digest AS digest FROM hold WHERE request_id IN it',
    'SELECT document_digest AS digest FROM hold_scope WHERE hold_id IN (SELECT id FROM hold WHERE request_id IN it)',
    `SELECT digest FROM issued WHERE place = 'vault' AND subject IN (
       SELECT 'request ' || id FROM it UNION SELECT 'letter ' || request_letter.id FROM request_letter WHERE request_id IN it)`,
  ],
  'purge-plan': [
    "SELECT object_digest AS digest FROM attachment WHERE subject_kind = 'plan' AND subject_id IN it",
    'SELECT object_digest AS digest FROM plan WHERE id IN no',
    'SELECT object_digest AS digest FROM plan_list WHERE plan_id IN no',
    'SELECT object_digest AS digest FROM plan_first_list WHERE plan_id IN no',
    'SELECT document_digest AS digest FROM approval WHERE plan_id IN no',
    "SELECT digest FROM issued WHERE place = 'vault' AND subject IN (SELECT 'plan ' || id FROM it)",
  ],
  'hold-file': [
    "SELECT object_digest AS digest FROM attachment WHERE subject_kind = 'hold' AND subject_id IN it",
    'SELECT document_digest AS digest FROM hold WHERE id IN no',
    'SELECT release_digest AS digest FROM hold WHERE id IN no',
    'SELECT document_digest AS digest FROM hold_scope WHERE hold_id IN no',
  ],
  'removal-entry': [],
  remainder: [],
}

/** Every table that holds rows of a kind of file. */
export function tablesOfFiles(): ReadonlySet<string> {
  return new Set(Object.values(PARTS).flatMap((parts) => parts.map(([table]) => table)))
}

/** Tables whose rows go with the records that they name: a plan does not commit to them. */
const WITH_RECORDS: ReadonlySet<string> = new Set([
  ...['request_pick', 'request_found', 'review_decision', 'review_kept', 'review_comment'],
  ...['hold_record', 'hold_let_go', 'production_secret', 'steward_entry'],
])

/** A row as the catalog has it, with its table. */
export interface ContentRow {
  readonly table: string
  readonly row: Readonly<Record<string, Value>>
}

/**
 * The rows of a file, table by table, each in a fixed order.
 * @param all also those that go with the records that they name
 */
export function* rowsOfFile(db: Driver, { kind, id }: OfficeFileRef, all: boolean): Generator<ContentRow> {
  for (const [table, rows] of PARTS[kind]) {
    if (!all && WITH_RECORDS.has(table)) continue
    const sql = `${BOUND} SELECT * FROM ${table} WHERE ${rows} ORDER BY 1, 2`
    for (const row of db.all<Record<string, Value>>(sql, id, id)) yield { table, row }
  }
}

/** Copies of a file that lie outside the vault stay registered, without a digest of what was destroyed; what was issued into the vault is gone. */
const ISSUED: Readonly<Partial<Record<OfficeFileKind, string>>> = {
  packet: "SELECT 'production ' || id FROM it",
  'purge-plan': "SELECT 'plan ' || id FROM it",
  'hold-file': "SELECT 'hold ' || id FROM it",
  'request-file':
    "SELECT 'request ' || id FROM it UNION SELECT 'letter ' || request_letter.id FROM request_letter WHERE request_id IN it",
}

/** Deletes the rows of a file; what other files say of it names it no more. Returns how many went. */
export function deleteFile(db: Driver, { kind, id }: OfficeFileRef): number {
  rememberNumbers(db)
  if (kind === 'packet') {
    // What its request holds until its own retention ends stays held.
    db.run(
      `INSERT OR IGNORE INTO request_found SELECT request_id, record_id FROM production JOIN production_item ON production_id = production.id
       WHERE production.id = CAST(? AS INTEGER) AND record_id IN (SELECT id FROM record)`,
      id,
    )
  }
  const issued = ISSUED[kind]
  if (issued !== undefined) {
    db.run(`${BOUND} DELETE FROM issued WHERE place = 'vault' AND subject IN (${issued})`, id, id)
    db.run(`${BOUND} UPDATE issued SET digest = zeroblob(0) WHERE subject IN (${issued})`, id, id)
  }
  if (kind === 'request-file') db.run('UPDATE request_event SET other_id = NULL WHERE other_id = ?', id)
  return PARTS[kind].reduce(
    (rows, [table, where]) => rows + db.run(`${BOUND} DELETE FROM ${table} WHERE ${where}`, id, id).changes,
    0,
  )
}

/** Digests of the objects that a file names, each once. */
export function objectsOfFile(db: Driver, { kind, id }: OfficeFileRef): Uint8Array[] {
  const digests = OBJECTS[kind].flatMap((sql) => db.all<{ digest: Uint8Array | null }>(`${BOUND} ${sql}`, id, id))
  const known = digests.flatMap(({ digest }) => (digest === null ? [] : [digest]))
  return [...new Map(known.map((digest) => [Buffer.from(digest).toString('hex'), digest])).values()]
}

/** Forgets what commands answered before an instant: nobody repeats one after so long, and an answer can say what it was about. */
export function forgetAnswers(db: Driver, before: number): number {
  return db.run('DELETE FROM applied_command WHERE applied_at < ?', before).changes
}

/** Members of an import's packages that were kept and hold no record any more: its remainder. */
export function membersOfRemainder(db: Driver, accession: string): number[] {
  return db
    .all<{ id: number }>(
      `SELECT member.id FROM package JOIN member ON member.package_id = package.id
       WHERE accession_id = CAST(? AS INTEGER) AND struck_at IS NULL AND use <> 'directory' AND packed_size > 0
         AND NOT EXISTS (SELECT 1 FROM left_out WHERE member_id = member.id)
         AND NOT EXISTS (SELECT 1 FROM strike WHERE member_id = member.id AND done_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM observation WHERE member_id = member.id AND digest IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM object JOIN media ON object_digest = object.digest WHERE object.member_id = member.id)
       ORDER BY member.id`,
      accession,
    )
    .map(({ id }) => id)
}

/** The packages of an import, as they were received. */
export function packagesOfRemainder(db: Driver, accession: string): { id: string; digest: string }[] {
  const sql = 'SELECT id, lower(hex(digest)) AS digest FROM package WHERE accession_id = CAST(? AS INTEGER) ORDER BY id'
  return db.all(sql, accession)
}

/** What a member of a package is read by. */
export interface RemainingMember {
  readonly package: string
  readonly form: string
  readonly name: string
  readonly data_offset: number
  readonly packed_size: number
  readonly size: number
  readonly method: string
  readonly digest: Uint8Array | null
}

/** Where a member lies; undefined where it is not in the catalog. */
export function memberPlace(db: Driver, member: number): RemainingMember | undefined {
  return db.get<RemainingMember>(
    `SELECT package_id AS package, form, member.name, data_offset, packed_size, member.size, method, member.digest
     FROM member JOIN package ON package.id = package_id WHERE member.id = ?`,
    member,
  )
}

/** Objects that are served out of a member. */
export function objectsInMember(db: Driver, member: number): Uint8Array[] {
  return db
    .all<{ digest: Uint8Array }>('SELECT digest FROM object WHERE member_id = ?', member)
    .map(({ digest }) => digest)
}

/** Records of an import that are in the vault, each once. */
export function recordIdsOf(db: Driver, accession: string): number[] {
  return db
    .all<{ id: number }>(
      `SELECT DISTINCT record_id AS id FROM package JOIN member ON member.package_id = package.id JOIN observation ON observation.member_id = member.id
       WHERE package.accession_id = CAST(? AS INTEGER) AND observation.digest IS NOT NULL`,
      accession,
    )
    .map(({ id }) => id)
}
