// What becomes of a moved import's records: they join those of the other account that are the same, as an import would have; what was joined
// by an earlier move is taken along.
import type { PersonId } from '../../../shared/domain/id.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { mergeRecords } from '../vault/record/merge.ts'
import { type RecordColumns, recordColumns } from '../vault/record/merge-document.ts'
import { splitRecords, standingMerge } from '../vault/record/split.ts'
import { clashesIn, holderOf, joinedBy, moveAccessions } from '../vault/repository/intake/move.ts'

export interface Moved {
  readonly accessions: readonly number[]
  readonly from: number
  readonly to: number
  readonly reason: string
  readonly at: Instant
  readonly by: PersonId | null
}

/** Moves imports whole. The caller has looked whether they may. @returns how many of their records joined ones of the other account */
export function moveJoining(db: Driver, move: Moved): number {
  const { accessions, from, to, reason, at, by } = move
  const clashes = clashesIn(db, accessions, from, to)
  const join = (target: number, absorbed: RecordColumns) =>
    mergeRecords(db, known(db, target), absorbed, { reason, at, by, moved: absorbed.accession_id })
  for (const { record, target } of clashes) join(target, known(db, record))
  moveAccessions(db, accessions, from, to)
  let joined = clashes.length
  // Those that have just joined stand already; the others joined records of the account that they leave.
  for (const id of joinedBy(db, accessions)) {
    const merge = standingMerge(db, id)
    if (merge === null || known(db, merge.kept).account_id === to) continue
    const row = { ...merge.document.record, account_id: to }
    const target = holderOf(db, to, { kind: row.kind, nativeId: row.native_id })
    if (target === null) splitRecords(db, merge, at, by, row)
    else {
      // A name of its own for the moment: its identity is that of the record which it joins.
      const apart = splitRecords(db, merge, at, by, { ...row, native_id: `${row.native_id} of merge ${id}` })
      join(target, { ...known(db, apart), native_id: row.native_id })
      joined += 1
    }
  }
  return joined
}

function known(db: Driver, id: number): RecordColumns {
  const row = recordColumns(db, id)
  if (row === null) throw new Error(`record ${id} is not there`)
  return row
}
