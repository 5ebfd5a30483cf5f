// Entries of the registers of the office, and what is due on them.
import type { OfficeEntry } from '../../../../shared/contract/office.ts'
import { type OfficeKind, OfficeSaid, stands } from '../../../../shared/domain/office/office.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { recordRows } from '../../vault/record/read.ts'
import { officeKindOf, type StewardEntry, stewardEntries, stewardEntry } from '../../vault/repository/office/steward.ts'
import { refusedStewardship } from '../refuse.ts'

/** The entries of some kinds, the newest first. */
export function officeEntries(db: Driver, kinds: readonly OfficeKind[]): OfficeEntry[] {
  return kinds
    .flatMap((kind) => stewardEntries(db, kind))
    .map((entry) => toOffice(db, entry))
    .toSorted((one, other) => other.id - one.id)
}

/** One entry. @throws MunimentError STEWARDSHIP_REFUSED */
export function knownOffice(db: Driver, id: number): OfficeEntry {
  const kind = officeKindOf(db, id)
  const entry = kind === null || kind === 'removal' ? null : stewardEntry(db, kind, id)
  if (entry === null) throw refusedStewardship(`There is no entry ${id} in the registers of the office.`)
  return toOffice(db, entry)
}

function toOffice(db: Driver, { said: written, ofRecord, ...entry }: StewardEntry): OfficeEntry {
  const said = OfficeSaid.parse(written)
  const isThere = entry.record !== null && recordRows(db, [entry.record]).length > 0
  const open = stands(entry.acts)
  return {
    ...entry,
    ...{ said, acts: [...entry.acts], stands: open },
    recordGone: ofRecord && !isThere,
    due: open ? dueOf(said) : null,
  }
}

/** “Immediately” is the day itself. */
function dueOf(said: OfficeSaid): LocalDate | null {
  if (said.kind === 'change') return said.happenedOn
  if (said.kind === 'departure') return said.lastDay
  return null
}
