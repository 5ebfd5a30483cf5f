// When something was entered last in one of the office's own files: it is as old as that, for what was entered is a record of its own day.
import type { OfficeFileKind } from '../../../../../shared/domain/disposition/office-file.ts'

/** What is entered in a file: a table, the columns that say when (ms since 1970 UTC), and which rows are the file's. */
type Entered = readonly [table: string, at: readonly string[], rows: string]

const all = (id: string, at: string, ...tables: readonly string[]): Entered[] =>
  tables.map((table) => [table, [at], id])

/** Notes and attached papers. @param id of the file, as text */
const papersOn = (subject: 'request' | 'plan' | 'hold', id: string): Entered[] => {
  const on = `subject_kind = '${subject}' AND subject_id = ${id}`
  return [
    ['note JOIN note_wording ON note_id = note.id', ['written_at'], on],
    ['attachment', ['attached_at', 'taken_back_at'], on],
  ]
}

const REQUEST = 'request_id = request.id'
const LETTERS = 'SELECT id FROM request_letter WHERE request_letter.request_id = request.id'
const COPIES = 'SELECT id FROM review_copy WHERE review_copy.request_id = request.id'
const PRODUCTION = 'production_id = production.id'
const POSTED = 'SELECT id FROM packet_posting WHERE packet_posting.production_id = production.id'
const PLAN = 'plan_id = plan.id'
const HOLD = 'hold_id = hold.id'
const ENTRY = 'entry_id = entry.id'

/** By kind of file, whose row is called `production`, `request`, `plan`, `hold`, `entry` where it is asked for. */
const ENTERED: Readonly<Record<Exclude<OfficeFileKind, 'remainder'>, readonly Entered[]>> = {
  packet: [
    ...all(PRODUCTION, 'entered_at', 'production_sent', 'packet_recall_step'),
    ['production_seal', ['sealed_at'], PRODUCTION],
    ['production_opening', ['opened_at'], PRODUCTION],
    ['packet_recall', ['recalled_at'], PRODUCTION],
    ['packet_posting', ['entered_at', 'down_at'], PRODUCTION],
    ['removal_demand', ['entered_at', 'done_at'], `posting_id IN (${POSTED})`],
  ],
  'request-file': [
    ...all(REQUEST, 'entered_at', 'request_message', 'request_part_import', 'request_kept_until'),
    ...all(REQUEST, 'changed_at', 'request_fee', 'request_part', 'request_declaration'),
    ...all(REQUEST, 'answered_at', 'search_answer', 'packet_check'),
    ['request_event', ['at'], REQUEST],
    ['request_letter', ['saved_at', 'signed_at', 'sent_entered_at'], REQUEST],
    ['letter_translation', ['entered_at'], `letter_id IN (${LETTERS})`],
    ['request_pick', ['picked_at'], REQUEST],
    ['request_search', ['saved_at'], REQUEST],
    ['search_statement', ['stored_at'], REQUEST],
    ['request_narrowing', ['offered_at', 'dropped_at'], REQUEST],
    ['review_decision', ['decided_at'], REQUEST],
    ['review_kept', ['kept_at'], REQUEST],
    ['review_signature', ['signed_at'], REQUEST],
    ['review_copy', ['made_at'], REQUEST],
    ['review_reply', ['received_at'], `copy_id IN (${COPIES})`],
    ['hold LEFT JOIN hold_file ON hold_id = hold.id', ['placed_at', 'released_at', 'named_at'], REQUEST],
    ...papersOn('request', 'request.id'),
  ],
  'purge-plan': [
    ['approval', ['recorded_at', 'withdrawn_at'], PLAN],
    ['plan_list', ['given_at'], PLAN],
    ['listed_answer', ['answered_at'], PLAN],
    ['held_packages_page', ['printed_at'], PLAN],
    ...all(PLAN, 'struck_at', 'plan_narrowing', 'plan_file_narrowing'),
    ...papersOn('plan', 'CAST(plan.id AS TEXT)'),
  ],
  'hold-file': [
    ['hold_scope', ['narrowed_at'], HOLD],
    ['hold_file', ['named_at'], HOLD],
    ...papersOn('hold', 'CAST(hold.id AS TEXT)'),
  ],
  'removal-entry': [
    ['steward_wording', ['written_at'], ENTRY],
    ['steward_act', ['at'], ENTRY],
  ],
}

/** SQL for the newest instant at which something was entered in a file, 0 where nothing was. */
export function enteredIn(kind: keyof typeof ENTERED): string {
  const parts = ENTERED[kind].map(([table, at, rows]) => {
    const newest = at.length === 1 ? `max(${at[0]})` : `max(max(${at.map((one) => `coalesce(${one}, 0)`).join(', ')}))`
    return `coalesce((SELECT ${newest} FROM ${table} WHERE ${rows}), 0)`
  })
  return `max(0, ${parts.join(', ')})`
}

/** Each table with the columns that say when something was entered in it. */
export function datesEntered(): ReadonlyMap<string, readonly string[]> {
  const parts = Object.values(ENTERED).flat()
  return new Map(
    parts.flatMap(([tables, at]) => tables.split(/ \w*? ?JOIN /).map((one) => [one.split(' ')[0] ?? '', at])),
  )
}
