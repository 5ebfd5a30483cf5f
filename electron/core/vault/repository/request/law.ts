// Confirmations of rules by the City's attorney, and the City's fee schedules; nothing entered is removed.
import { z } from 'zod'
import type { lawFees } from '../../../../../shared/contract/law.ts'
import type { PersonId } from '../../../../../shared/domain/id.ts'
import { FeeSchedule } from '../../../../../shared/domain/request/fee.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'

const Row = z.object({
  rule: z.string(),
  digest: z.instanceof(Uint8Array).transform(digestOf),
  kind: z.enum(['confirmed', 'withdrawn']),
  statement: z.string(),
  at: Instant,
  name: z.string(),
})
export type Confirmation = z.infer<typeof Row>

/** The newest act on each rule, by rule. */
export function confirmations(db: Driver): Map<string, Confirmation> {
  const rows = db.all(
    `SELECT rule_id AS rule, rule_digest AS digest, kind, statement, at, person.name AS name
     FROM law_confirmation JOIN person ON person.id = by ORDER BY law_confirmation.id`,
  )
  return new Map(rows.map((row) => Row.parse(row)).map((row) => [row.rule, row]))
}

/** Enters an act of the attorney's. */
export function insertConfirmation(
  db: Driver,
  act: {
    readonly rule: string
    readonly digest: Uint8Array
    readonly kind: Confirmation['kind']
    readonly statement: string
  },
  at: Instant,
  by: PersonId,
): void {
  const sql = 'INSERT INTO law_confirmation (rule_id, rule_digest, kind, statement, at, by) VALUES (?, ?, ?, ?, ?, ?)'
  db.run(sql, act.rule, act.digest, act.kind, act.statement, at, by)
}

/** Every fee schedule that was entered, the one that starts last first. */
export function feeSchedules(db: Driver): FeeSchedule[] {
  return db
    .all<{ lines: string }>(
      `SELECT fee_schedule.id, fee_schedule.name, valid_from AS validFrom, lines, source, entered_at AS enteredAt, person.name AS enteredBy
       FROM fee_schedule LEFT JOIN person ON person.id = entered_by ORDER BY valid_from DESC, fee_schedule.id DESC`,
    )
    .map((row) => FeeSchedule.parse({ ...row, lines: JSON.parse(row.lines), waits: false }))
}

/** Enters a fee schedule. Returns its number. */
export function insertFees(db: Driver, draft: z.infer<typeof lawFees.input>, at: Instant, by: PersonId | null): number {
  const { name, validFrom, lines, source } = draft
  const sql =
    'INSERT INTO fee_schedule (name, valid_from, lines, source, entered_at, entered_by) VALUES (?, ?, ?, ?, ?, ?)'
  return db.run(sql, name, validFrom, JSON.stringify(lines), source, at, by).id
}
