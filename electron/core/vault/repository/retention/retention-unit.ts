// The unit of retention: every decision is kept, the newest counts.
import { UnitDecision } from '../../../../../shared/contract/retention.ts'
import type { Digest, PersonId } from '../../../../../shared/domain/id.ts'
import { type KeptUnit, usualUnit } from '../../../../../shared/domain/retention/unit.ts'
import type { Instant, LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestBytes } from '../../hex.ts'

/** A decision as it is entered. */
export interface NewUnit {
  readonly unit: KeptUnit
  readonly attorney: PersonId
  readonly decidedOn: LocalDate
  readonly document: Digest | null
  readonly reason: string
  /** Who else stands behind it. */
  readonly second?: PersonId | null
}

/** Writes a decision down. */
export function insertUnit(db: Driver, decided: NewUnit, at: Instant, by: PersonId): void {
  const { id } = db.run(
    `INSERT INTO retention_unit (unit, attorney, decided_on, document_digest, reason, recorded_at, recorded_by)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    decided.unit,
    decided.attorney,
    decided.decidedOn,
    decided.document === null ? null : digestBytes(decided.document),
    decided.reason,
    at,
    by,
  )
  if (decided.second != null) db.run('INSERT INTO retention_unit_second VALUES (?, ?)', id, decided.second)
}

/** Every decision, the newest first. */
export function unitDecisions(db: Driver): UnitDecision[] {
  return db
    .all(
      `SELECT unit, attorney.name AS attorney, decided_on AS decidedOn, document_digest IS NOT NULL AS paper, reason,
         recorded_at AS recordedAt, recorder.name AS recordedBy
       FROM retention_unit JOIN person AS attorney ON attorney.id = retention_unit.attorney
       JOIN person AS recorder ON recorder.id = recorded_by ORDER BY retention_unit.id DESC`,
    )
    .map((row) => UnitDecision.parse(row))
}

/** What counts now, and whether anybody has decided it. */
export function unitInForce(db: Driver): { readonly unit: KeptUnit; readonly decided: boolean } {
  const [newest] = unitDecisions(db)
  return { unit: newest?.unit ?? usualUnit, decided: newest !== undefined }
}
