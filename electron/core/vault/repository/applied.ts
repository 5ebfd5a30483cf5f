// Commands that were carried out, so that repeating one is harmless.
import type { CommandId } from '../../../../shared/domain/id.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'

/** What a command answered when it was first applied; undefined when it was not. */
export function appliedResult(db: Driver, command: CommandId): unknown {
  const row = db.get<{ result: string }>('SELECT result FROM applied_command WHERE id = ?', command)
  return row ? JSON.parse(row.result) : undefined
}

/** Keeps a command's answer in the transaction that carried it out. */
export function rememberResult(db: Driver, command: CommandId, operation: string, result: unknown, at: Instant): void {
  db.run('INSERT INTO applied_command VALUES (?, ?, ?, ?)', command, operation, JSON.stringify(result), at)
}
