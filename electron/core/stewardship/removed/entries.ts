// Entries of the log of removed content, with what the vault knows of their records.
import type { RemovedEntry, RemovedFacts } from '../../../../shared/contract/removed.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import { openFields, photoDue, Removal, RemovalAct, removalState } from '../../../../shared/domain/office/removal.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { dayOfMoment, momentOf } from '../../../../shared/domain/written-moment.ts'
import { standIn } from '../../../../shared/text/stand-in.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { recordDetail, recordRows } from '../../vault/record/read.ts'
import { type StewardEntry, stewardEntries, stewardEntry } from '../../vault/repository/office/steward.ts'
import { showingsOf } from '../../vault/repository/record/removed-record.ts'
import { refusedStewardship } from '../refuse.ts'

const EXCERPT = 200

/** Every entry, the newest first. */
export function removedEntries(db: Driver, folder: string): readonly RemovedEntry[] {
  const { zone } = readVaultFile(folder)
  return stewardEntries(db, 'removal').map((entry) => toRemoved(db, entry, zone))
}

/** One entry. @throws MunimentError STEWARDSHIP_REFUSED */
export function knownRemoval(db: Driver, folder: string, id: number): RemovedEntry {
  const entry = stewardEntry(db, 'removal', id)
  if (entry === null) throw refusedStewardship(`There is no entry ${id} in the log of removed content.`)
  return toRemoved(db, entry, readVaultFile(folder).zone)
}

function toRemoved(db: Driver, entry: StewardEntry, zone: string): RemovedEntry {
  const said = Removal.parse(entry.said)
  const facts = entry.record === null ? null : factsOf(db, entry.record, zone)
  const acts = entry.acts.map((act) => ({ ...act, act: RemovalAct.parse(act.act) }))
  const { id, account, record, openedAt, openedBy, wordings } = entry
  return {
    ...{ id, account, record, openedAt, openedBy, wordings, said, facts, acts },
    recordGone: entry.ofRecord && facts === null,
    state: removalState(acts),
    open: [...openFields(said, entry.ofRecord)],
    due: photoDue(said, facts?.posted ? dayOfMoment(facts.posted) : null),
  }
}

/** What the vault knows of a record; null where it has it no more. Words of what is shown only on purpose are left out. */
function factsOf(db: Driver, record: RecordId, zone: string): RemovedFacts | null {
  const [row] = recordRows(db, [record])
  const detail = row && recordDetail(db, record)
  const digest = detail?.versions.at(-1)?.digest
  if (row === undefined || digest === undefined) return null
  const hidden = standIn(row)
  return {
    kind: row.kind,
    posted: row.at === null ? null : momentOf(Instant.parse(row.at), zone),
    author: row.author,
    words: hidden ?? row.text.slice(0, EXCERPT),
    digest: hidden === null ? digest : null,
    ...showingsOf(db, record),
  }
}
