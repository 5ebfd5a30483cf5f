// What is known of log-ins: officers, who answers for them, changes, reveals. Never a log-in.

import { LoginDuty, LoginOfficer } from '../../../../../shared/domain/account/login.ts'
import { AccountId, PersonId } from '../../../../../shared/domain/id.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** The officers to whom the list is sealed now: two, or none. */
export function loginOfficers(db: Driver): LoginOfficer[] {
  return db
    .all(
      `SELECT person_id AS person, person.name, recipient, named_at AS namedAt FROM login_officer JOIN person ON person.id = person_id
       WHERE login_officer.ended_at IS NULL ORDER BY login_officer.id`,
    )
    .map((row) => LoginOfficer.parse(row))
}

/** Names officers in place of those before. */
export function nameLoginOfficers(
  db: Driver,
  officers: readonly Pick<LoginOfficer, 'person' | 'recipient'>[],
  at: Instant,
  by: PersonId | null,
): void {
  db.run('UPDATE login_officer SET ended_at = ? WHERE ended_at IS NULL', at)
  for (const { person, recipient } of officers) {
    const sql = 'INSERT INTO login_officer (person_id, recipient, named_at, named_by) VALUES (?, ?, ?, ?)'
    db.run(sql, person, recipient, at, by)
  }
}

/** Writes down who answers for the log-in of an account. */
export function insertLoginDuty(
  db: Driver,
  account: AccountId,
  duty: LoginDuty,
  at: Instant,
  by: PersonId | null,
): void {
  db.run(
    `INSERT INTO login_duty (account_id, owner, recovery, second_factor, rotate_months, written_at, written_by)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[account, duty.owner, duty.recovery, duty.secondFactor, duty.rotateMonths, at, by],
  )
}

/** Who answers for each log-in, as it stands. */
export function loginDuties(db: Driver): ReadonlyMap<AccountId, LoginDuty> {
  const rows = db.all<{ account: number }>(
    `SELECT account_id AS account, owner, recovery, second_factor AS secondFactor, rotate_months AS rotateMonths
     FROM login_duty WHERE id IN (SELECT max(id) FROM login_duty GROUP BY account_id)`,
  )
  return new Map(rows.map(({ account, ...duty }) => [AccountId.parse(account), LoginDuty.parse(duty)]))
}

/** Writes down that a log-in was sealed into the list. */
export function insertLoginChange(
  db: Driver,
  account: AccountId,
  kind: 'changed' | 'resealed',
  at: Instant,
  by: PersonId | null,
): void {
  db.run('INSERT INTO login_change (account_id, kind, at, by) VALUES (?, ?, ?, ?)', account, kind, at, by)
}

/** When the log-in of each account was last changed, and last sealed. */
export function loginChanges(
  db: Driver,
): ReadonlyMap<AccountId, { readonly changedAt: Instant | null; readonly sealedAt: Instant }> {
  const rows = db.all<{ account: number; changedAt: number | null; sealedAt: number }>(
    `SELECT account_id AS account, max(at) FILTER (WHERE kind = 'changed') AS changedAt, max(at) AS sealedAt
     FROM login_change GROUP BY account_id`,
  )
  return new Map(
    rows.map(({ account, changedAt, sealedAt }) => [
      AccountId.parse(account),
      { changedAt: changedAt === null ? null : Instant.parse(changedAt), sealedAt: Instant.parse(sealedAt) },
    ]),
  )
}

/** Writes down that a log-in is about to be shown. Returns the number. */
export function insertLoginReveal(db: Driver, account: AccountId, reason: string, at: Instant, by: PersonId): number {
  return db.run('INSERT INTO login_reveal (account_id, reason, at, by) VALUES (?, ?, ?, ?)', account, reason, at, by).id
}

/** A reveal as it was written down. */
export interface LoginReveal {
  readonly account: AccountId
  readonly at: Instant
  readonly by: PersonId
  readonly reason: string
}

/** Every reveal, the newest first. */
export function loginReveals(db: Driver): LoginReveal[] {
  return db
    .all<{ account: number; at: number; by: string; reason: string }>(
      'SELECT account_id AS account, at, by, reason FROM login_reveal ORDER BY id DESC',
    )
    .map(({ account, at, by, reason }) => ({
      ...{ account: AccountId.parse(account), at: Instant.parse(at), by: PersonId.parse(by), reason },
    }))
}

/** The number of the newest reveal of an account; null where there is none. */
export function newestReveal(db: Driver, account: AccountId): number | null {
  const sql = 'SELECT max(id) AS id FROM login_reveal WHERE account_id = ?'
  return db.get<{ id: number | null }>(sql, account)?.id ?? null
}
