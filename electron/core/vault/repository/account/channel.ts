// The approval and the life of accounts: requests, steps, and names that were let stand.
import type { NameApproval } from '../../../../../shared/contract/channel.ts'
import { ChannelRequest, type ChannelState, ChannelStep } from '../../../../../shared/domain/account/channel.ts'
import { AccountId, PersonId } from '../../../../../shared/domain/id.ts'
import { Instant, type LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** A step that is to be written down. */
export interface NewStep {
  readonly account: AccountId
  readonly state: ChannelState
  readonly on: LocalDate
  readonly by: string
  readonly document: string
  readonly attachment: number | null
  readonly note: string
  readonly lastUsed: LocalDate | null
  readonly withoutExport: string
}

interface StepRow {
  readonly account: number
  readonly backAt: number | null
  readonly backBy: string | null
  readonly backReason: string | null
}

const STEP = `SELECT id, account_id AS account, state, on_day AS "on", decider AS "by", document, attachment_id AS attachment,
  (SELECT name FROM attachment WHERE attachment.id = attachment_id) AS file, note,
  (SELECT name FROM channel_step_second JOIN person ON person.id = second_by WHERE step_id = channel_step.id) AS second,
  recorded_at AS recordedAt, recorded_by AS recordedBy, taken_back_at AS backAt, taken_back_by AS backBy,
  taken_back_reason AS backReason FROM channel_step`

/** Every step of every account, by account, the newest first. */
export function stepsByAccount(db: Driver): ReadonlyMap<AccountId, readonly ChannelStep[]> {
  return grouped(db.all<StepRow>(`${STEP} ORDER BY id DESC`), toStep)
}

/** Every step of one account, the newest first. */
export function stepsOf(db: Driver, account: AccountId): readonly ChannelStep[] {
  return db.all<StepRow>(`${STEP} WHERE account_id = ? ORDER BY id DESC`, account).map(toStep)
}

/** Writes a step down. Returns its number. @param second who else stands behind it */
export function insertStep(
  db: Driver,
  step: NewStep,
  at: Instant,
  by: PersonId | null,
  second: PersonId | null = null,
): number {
  const { id } = db.run(
    `INSERT INTO channel_step (account_id, state, on_day, decider, document, attachment_id, note, last_used, without_export,
       recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[step.account, step.state, step.on, step.by, step.document, step.attachment, step.note],
    ...[step.lastUsed, step.withoutExport, at, by],
  )
  if (second !== null) db.run('INSERT INTO channel_step_second VALUES (?, ?)', id, second)
  return id
}

/** Marks a step as taken back. */
export function takeStepBack(db: Driver, id: number, reason: string, at: Instant, by: PersonId | null): void {
  const sql = 'UPDATE channel_step SET taken_back_at = ?, taken_back_by = ?, taken_back_reason = ? WHERE id = ?'
  db.run(sql, at, by, reason, id)
}

/** What each account's request says now. */
export function requestsByAccount(db: Driver): ReadonlyMap<AccountId, ChannelRequest> {
  const rows = db.all<{ account: number; said: string }>(
    `SELECT account_id AS account, said FROM channel_request AS own
     WHERE id = (SELECT max(id) FROM channel_request WHERE account_id = own.account_id)`,
  )
  return new Map(rows.map(({ account, said }) => [AccountId.parse(account), ChannelRequest.parse(JSON.parse(said))]))
}

/** What an account's request says now; null where there is none. */
export function requestOf(db: Driver, account: AccountId): ChannelRequest | null {
  return requestsByAccount(db).get(account) ?? null
}

/** Writes another wording of a request down. */
export function insertChannelRequest(
  db: Driver,
  account: AccountId,
  request: ChannelRequest,
  at: Instant,
  by: PersonId | null,
): void {
  const sql = 'INSERT INTO channel_request (account_id, said, written_at, written_by) VALUES (?, ?, ?, ?)'
  db.run(sql, account, JSON.stringify(request), at, by)
}

/** Who let the names stand that accounts have now. */
export function nameApprovals(db: Driver): ReadonlyMap<AccountId, NameApproval> {
  const rows = db.all<{ account: number; by: string; reason: string; at: number; recordedBy: string | null }>(
    `SELECT account_id AS account, approver AS "by", reason, at, recorded_by AS recordedBy
     FROM name_approval JOIN account ON account.id = account_id
     WHERE account.handle = name_approval.handle AND account.name = name_approval.name ORDER BY name_approval.id`,
  )
  return new Map(
    rows.map(({ account, by, reason, at, recordedBy }) => [
      AccountId.parse(account),
      { by, reason, at: Instant.parse(at), recordedBy: recordedBy === null ? null : PersonId.parse(recordedBy) },
    ]),
  )
}

/** Writes down who let the name stand that an account has now. */
export function insertNameApproval(
  db: Driver,
  { account, by, reason }: { readonly account: AccountId; readonly by: string; readonly reason: string },
  at: Instant,
  recordedBy: PersonId | null,
): void {
  db.run(
    `INSERT INTO name_approval (account_id, handle, name, approver, reason, at, recorded_by)
     SELECT id, handle, name, ?, ?, ?, ? FROM account WHERE id = ?`,
    ...[by, reason, at, recordedBy, account],
  )
}

function grouped<Row extends { readonly account: number }, Made>(
  rows: readonly Row[],
  make: (row: Row) => Made,
): ReadonlyMap<AccountId, readonly Made[]> {
  const groups = new Map<AccountId, Made[]>()
  for (const row of rows) {
    const account = AccountId.parse(row.account)
    groups.set(account, [...(groups.get(account) ?? []), make(row)])
  }
  return groups
}

function toStep({ account: _, backAt, backBy, backReason, ...row }: StepRow): ChannelStep {
  const takenBack = backAt === null ? null : { at: backAt, by: backBy, reason: backReason }
  return ChannelStep.parse({ ...row, takenBack })
}
