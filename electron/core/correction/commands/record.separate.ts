import { recordSeparate } from '../../../../shared/contract/correction.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import { apply } from '../../vault/handler.ts'
import { recordColumns } from '../../vault/record/merge-document.ts'
import { placedVersions } from '../../vault/record/renumber.ts'
import { separateVersion } from '../../vault/record/separate.ts'
import { isPacketUnderWay, isSettled, newestMergeInto, releasedVersions } from '../../vault/repository/intake/merge.ts'
import { isLocked } from '../../vault/repository/record/lock.ts'
import { inheritRestriction } from '../../vault/repository/record/restriction.ts'
import { refused } from '../why-not-one.ts'

export default apply(recordSeparate, ['records', 'ledger'], ({ db, now, actor, note }, { record, version, reason }) => {
  const row = recordColumns(db, record)
  if (row === null) {
    throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${record}. Nothing was changed.`)
  }
  const versions = placedVersions(db, record)
  const own = versions.find(({ number }) => number === version)
  if (own === undefined) throw refused(`Record ${record} has no version ${version}. Nothing was changed.`)
  if (versions.length === 1) {
    throw refused(`Record ${record} has only this version: it is a record of its own already. Nothing was changed.`)
  }
  if (isPacketUnderWay(db)) throw refused('A packet is being put together. Wait until it is done; nothing was changed.')
  if (isLocked(db, record)) throw refused('The record is locked. Nothing was changed.')
  if (!isSettled(db, record)) {
    throw refused('An import that holds the record is not complete. Resume or undo it first; nothing was changed.')
  }
  if (newestMergeInto(db, record) !== null) {
    throw refused('Records were merged into this one. Split them first; nothing was changed.')
  }
  if (releasedVersions(db, record).some((number) => number >= version)) {
    throw refused('The version, or one with a higher number, was given out in a packet. Nothing was changed.')
  }
  const made = separateVersion(db, row, own, { reason, at: now, by: actor.person })
  inheritRestriction(db, record, made.record)
  note({ separated: made.separation, from: record, record: made.record })
  return { record: RecordId.parse(made.record), separation: made.separation }
})
