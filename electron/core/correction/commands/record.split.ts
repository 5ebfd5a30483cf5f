import { recordSplit } from '../../../../shared/contract/correction.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import { apply } from '../../vault/handler.ts'
import { sharedOut, splitRecords, standingMerge } from '../../vault/record/split.ts'
import { isPacketUnderWay, newestMergeInto, releasedVersions } from '../../vault/repository/intake/merge.ts'
import { isLocked } from '../../vault/repository/record/lock.ts'
import { inheritRestriction } from '../../vault/repository/record/restriction.ts'
import { refused } from '../why-not-one.ts'

export default apply(recordSplit, ['records', 'ledger'], ({ db, now, actor, note }, { merge: id }) => {
  const merge = standingMerge(db, id)
  if (merge === null) throw refused(`There is no merge ${id}, or it was undone before. Nothing was changed.`)
  if (merge.moved !== null) throw refused(movedWith(merge.moved))
  if (isPacketUnderWay(db)) throw refused('A packet is being put together. Wait until it is done; nothing was changed.')
  const newest = newestMergeInto(db, merge.kept)
  if (newest !== null && newest !== id) {
    const moved = standingMerge(db, newest)?.moved ?? null
    throw refused(
      moved === null
        ? `Merge ${newest} of the same record came later. Undo that first; nothing was changed.`
        : movedWith(moved),
    )
  }
  if (isLocked(db, merge.kept)) throw refused('The record is locked. Nothing was changed.')
  const { ours, theirs } = sharedOut(db, merge)
  if (ours.versions.length === 0 || theirs.versions.length === 0) {
    throw refused('Nothing is left of one of the two records, so there is nothing to split. Nothing was changed.')
  }
  if (releasedVersions(db, merge.kept).some((number) => ours.versions[number - 1]?.number !== number)) {
    throw refused('The merged record was given out in a packet since, so it stays one. Nothing was changed.')
  }
  const split = splitRecords(db, merge, now, actor.person)
  inheritRestriction(db, merge.kept, split)
  note({ merge: id, kept: merge.kept, split })
  return { kept: RecordId.parse(merge.kept), split: RecordId.parse(split) }
})

function movedWith(accession: number): string {
  return `Import ${accession} was moved here and joined with this record. Move it back first; nothing was changed.`
}
