// A line of a reconciliation about a file that no item was read from.
import type { ReconciliationLine } from '../../../shared/domain/intake/reconciliation.ts'

/** A line without items. */
export function blankLine(
  file: string,
  type: string,
  status: ReconciliationLine['status'],
  claimed: number | null,
  difference: number | null,
  note: string | null,
): ReconciliationLine {
  return {
    file,
    type,
    status,
    claimed,
    read: 0,
    stored: 0,
    versions: 0,
    merged: 0,
    same: 0,
    passedOver: [],
    failed: 0,
    difference,
    note,
  }
}
