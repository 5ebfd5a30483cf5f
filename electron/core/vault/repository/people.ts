// People and accounts.
import { Account, type AccountDraft } from '../../../../shared/domain/account.ts'
import { AccountId, type PersonId } from '../../../../shared/domain/id.ts'
import { Person } from '../../../../shared/domain/person.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'

/** Everybody, by name. */
export function listPeople(db: Driver): Person[] {
  return db.all('SELECT id, name, title, role FROM person ORDER BY name, id').map((row) => Person.parse(row))
}

/** Whether the person is known. */
export function hasPerson(db: Driver, id: PersonId): boolean {
  return db.get('SELECT 1 FROM person WHERE id = ?', id) !== undefined
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
