// What certificates and lists tell of a vault that is lost: numbers that it gave out and that are not given again.
import type { OfficeFileKind, OfficeFileRef } from '../../../../../shared/domain/disposition/office-file.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { raiseNumber } from '../packet/given-number.ts'

/** What a kind of the office's files is counted as, where the vault gives its numbers. */
const COUNTED: Partial<Record<OfficeFileKind, 'production' | 'plan' | 'hold' | 'steward_entry'>> = {
  packet: 'production',
  'purge-plan': 'plan',
  'hold-file': 'hold',
  'removal-entry': 'steward_entry',
}

/** Remembers a certificate, and the plan that it is of. */
export function tellCertificate(
  db: Driver,
  { number, plan, digest }: { readonly number: string; readonly plan: number; readonly digest: Uint8Array },
  at: Instant,
): void {
  db.run('INSERT INTO certificate_told VALUES (?, ?, ?) ON CONFLICT DO NOTHING', number, digest, at)
  raiseNumber(db, 'plan', plan)
}

/** Remembers that a file of the office was destroyed. */
export function tellDestroyedFile(db: Driver, { kind, id }: OfficeFileRef): void {
  db.run('INSERT INTO destroyed_elsewhere VALUES (?, ?) ON CONFLICT DO NOTHING', kind, id)
  const counted = COUNTED[kind]
  if (counted !== undefined) raiseNumber(db, counted, Number(id))
}

/** Remembers the number of a record that was destroyed. */
export function tellDestroyedRecord(db: Driver, record: number): void {
  db.run('INSERT INTO destroyed_record VALUES (?) ON CONFLICT DO NOTHING', record)
}
