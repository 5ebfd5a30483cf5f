// A record of a restored copy of which only a part was destroyed since: taken apart as it was in the later vault, so that the rest stays.

import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { recordColumns } from '../../vault/record/merge-document.ts'
import { foldedVersions, type PlacedVersion, placedVersions } from '../../vault/record/renumber.ts'
import { separateVersion } from '../../vault/record/separate.ts'
import { sharedOut, splitRecords, standingMerge } from '../../vault/record/split.ts'
import { nameOf } from '../../vault/repository/disposition/sightings.ts'
import { newestMergeInto } from '../../vault/repository/intake/merge.ts'

const REASON = 'They were two in the vault as it was last, and one of them was destroyed there.'

interface Cutting {
  /** The versions that stay, each by the item that it was read from. */
  readonly staying: ReadonlySet<string>
  /** Whether the identity of a record is one of what was destroyed: then what stays gets another name, and else what goes. */
  readonly goesByName: (record: number) => boolean
  readonly at: Instant
}

/** Takes a record apart until each part goes or stays as a whole. Returns the records that go. */
export function partsThatGo(db: Driver, record: number, cutting: Cutting): number[] {
  const { staying, goesByName, at } = cutting
  const folded = foldedVersions(db, record)
  const stays = (version: PlacedVersion) =>
    staying.has(nameOf(version)) ||
    folded.some((one) => nameOf(one.same) === nameOf(version) && staying.has(nameOf(one)))
  const versions = placedVersions(db, record)
  if (!versions.some(stays)) return [record]
  if (versions.every(stays)) return []
  const split = splitNewest(db, record, at)
  if (split !== null) return [record, split].flatMap((one) => partsThatGo(db, one, cutting))
  const named = goesByName(record)
  const apart = versions
    .filter((version) => stays(version) === named)
    .map((version) => takeOff(db, record, version, at))
  return named ? [record] : apart
}

/** Undoes the newest merge into a record; null where there is none, or nothing of one side is left. */
function splitNewest(db: Driver, record: number, at: Instant): number | null {
  const newest = newestMergeInto(db, record)
  const merge = newest === null ? null : standingMerge(db, newest)
  if (merge === null) return null
  const { ours, theirs } = sharedOut(db, merge)
  if (ours.versions.length === 0 || theirs.versions.length === 0) return null
  return splitRecords(db, merge, at, null)
}

function takeOff(db: Driver, record: number, version: PlacedVersion, at: Instant): number {
  const row = recordColumns(db, record)
  const now = placedVersions(db, record).find((one) => nameOf(one) === nameOf(version))
  if (row === null || now === undefined) throw new Error('a version that is taken off is there')
  return separateVersion(db, row, now, { reason: REASON, at, by: null }).record
}
