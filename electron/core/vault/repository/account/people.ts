// People and accounts.
import { MunimentError } from '../../../../../shared/contract/error.ts'
import { ListedPerson } from '../../../../../shared/contract/people.ts'
import { Account, type AccountDraft } from '../../../../../shared/domain/account/account.ts'
import { AccountId, type PersonId } from '../../../../../shared/domain/id.ts'
import type { Person } from '../../../../../shared/domain/people/person.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

const ENDED = `(SELECT CASE kind WHEN 'ended' THEN changed_at END FROM person_change
  WHERE person_id = person.id ORDER BY id DESC LIMIT 1)`

/** Everybody, by name; `endedAt` stands with those who act no more. */
export function listPeople(db: Driver): ListedPerson[] {
  return db
    .all<{ endedAt: number | null }>(`SELECT id, name, title, role, ${ENDED} AS endedAt FROM person ORDER BY name, id`)
    .map(({ endedAt, ...row }) => ListedPerson.parse(endedAt === null ? row : { ...row, endedAt }))
}

/** Whether the person is known. */
export function hasPerson(db: Driver, id: PersonId): boolean {
  return db.get('SELECT 1 FROM person WHERE id = ?', id) !== undefined
}

/**
 * A person who acts must be in the register, and must not have left it.
 * @throws MunimentError PERSON_UNKNOWN
 */
export function refuseStranger(db: Driver, id: PersonId): void {
  const row = db.get<{ name: string; ended: number | null }>(
    `SELECT name, ${ENDED} AS ended FROM person WHERE id = ?`,
    id,
  )
  if (row === undefined) {
    const sentence = `Nobody called ${id} is in this vault. Nothing was done; add that person first.`
    throw new MunimentError('PERSON_UNKNOWN', sentence)
  }
  if (row.ended !== null) {
    const sentence = `${row.name} acts in this vault no more. Nothing was done; choose who is acting now.`
    throw new MunimentError('PERSON_UNKNOWN', sentence)
  }
}

/** Adds a person. */
export function insertPerson(db: Driver, person: Person, at: Instant): void {
  db.run('INSERT INTO person VALUES (?, ?, ?, ?, NULL, ?)', person.id, person.name, person.title, person.role, at)
}

/** The register of accounts with how many records each holds. */
export function listAccounts(db: Driver): Account[] {
  return db
    .all<{ personal: string | null }>(
      `SELECT id, platform, handle, native_id AS nativeId, name, department, liaison,
         (SELECT holder FROM account_personal WHERE account_id = account.id) AS personal,
         (SELECT coalesce(sum(records), 0) FROM accession WHERE account_id = account.id) AS records
       FROM account ORDER BY platform, handle`,
    )
    .map(({ personal, ...row }) => Account.parse(personal === null ? row : { ...row, personal }))
}

/** One account, or null. */
export function findAccount(db: Driver, id: AccountId): Account | null {
  return listAccounts(db).find((account) => account.id === id) ?? null
}

/** The account with a handle on a platform, whatever the case of its letters; null where there is none. */
export function accountByHandle(db: Driver, platform: string, handle: string): AccountId | null {
  const row = db.get<{ id: number }>(
    'SELECT id FROM account WHERE platform = ? AND lower(handle) = lower(?)',
    platform,
    handle,
  )
  return row ? AccountId.parse(row.id) : null
}

/** Registers an account. */
export function insertAccount(db: Driver, draft: AccountDraft, at: Instant): AccountId {
  const { id } = db.run(
    'INSERT INTO account (platform, handle, native_id, name, department, liaison, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    draft.platform,
    draft.handle.replace(/^@/, ''),
    draft.nativeId,
    draft.name,
    draft.department,
    draft.liaison,
    at,
  )
  const account = AccountId.parse(id)
  if (draft.personal !== undefined) markPersonal(db, account, draft.personal, at)
  return account
}

/** Marks an account as a person's own, or with null as the City's. */
export function markPersonal(db: Driver, account: AccountId, holder: string | null, at: Instant): void {
  db.run('DELETE FROM account_personal WHERE account_id = ?', account)
  if (holder !== null) db.run('INSERT INTO account_personal VALUES (?, ?, ?)', account, holder, at)
}
