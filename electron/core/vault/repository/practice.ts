// Whether a vault is for practice: written when its catalog is made, unchangeable from then on.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Driver } from '../catalog/driver.ts'

/** Whether this is a practice vault, as its catalog says. */
export function isPractice(db: Driver): boolean {
  return db.get<{ practice: number }>('SELECT practice FROM practice_mark')?.practice === 1
}

/**
 * Writes the mark into a catalog in which nothing was done yet, and holds every other against what the vault says of itself. A
 * catalog that is older than the mark is a real vault's.
 * @param said what vault.json says
 * @throws MunimentError VAULT_DAMAGED where the two disagree
 */
export function settlePractice(db: Driver, said: boolean): void {
  if (db.get('SELECT 1 FROM practice_mark') === undefined) {
    const untouched = db.get('SELECT 1 FROM ledger LIMIT 1') === undefined
    db.run('INSERT INTO practice_mark VALUES (1, ?)', untouched && said ? 1 : 0)
  }
  if (isPractice(db) === said) return
  throw new MunimentError(
    'VAULT_DAMAGED',
    `vault.json says that this is ${said ? 'a practice vault' : 'a real vault'}, and its catalog that it is ${said ? 'a real one' : 'one for practice'}. Nothing was changed; put back the vault.json that belongs to it, or restore a backup.`,
  )
}
