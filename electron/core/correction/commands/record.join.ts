import { recordJoin } from '../../../../shared/contract/correction.ts'
import { apply } from '../../vault/handler.ts'
import { recordColumns } from '../../vault/record/merge-document.ts'
import { rejoin, rejoinedOrder } from '../../vault/record/separate.ts'
import { isPacketUnderWay, isSettled, newestMergeInto, releasedVersions } from '../../vault/repository/intake/merge.ts'
import { standingSeparation } from '../../vault/repository/intake/separation.ts'
import { isLocked } from '../../vault/repository/record/lock.ts'
import { refused } from '../why-not-one.ts'

export default apply(recordJoin, ['records', 'ledger'], ({ db, now, actor, note }, { separation: id }) => {
  const separation = standingSeparation(db, id)
  if (separation === null) throw refused(`There is no separation ${id}, or it was undone before. Nothing was changed.`)
  const { from, record } = separation
  if (isPacketUnderWay(db)) throw refused('A packet is being put together. Wait until it is done; nothing was changed.')
  const [one, other] = [recordColumns(db, from), recordColumns(db, record)]
  if (one === null || other === null) {
    throw refused('One of the two records is no longer there. Nothing was changed.')
  }
  if (one.account_id !== other.account_id) throw refused('The two are of different accounts now. Nothing was changed.')
  for (const { id: each } of [one, other]) {
    if (isLocked(db, each)) throw refused(`Record ${each} is locked. Nothing was changed.`)
    if (!isSettled(db, each)) {
      throw refused(
        `An import that holds record ${each} is not complete. Resume or undo it first; nothing was changed.`,
      )
    }
    if (newestMergeInto(db, each) !== null) {
      throw refused(`Records were merged into record ${each} since. Split them first; nothing was changed.`)
    }
  }
  if (other.series !== null && other.series !== one.series) {
    throw refused(
      `One record is in series ${one.series ?? 'none'}, the other in ${other.series}. Give both the same series first; nothing was changed.`,
    )
  }
  const order = rejoinedOrder(db, id, from, record)
  const moved = releasedVersions(db, from).some(
    (number) => order[number - 1]?.record !== from || order[number - 1]?.number !== number,
  )
  if (moved || releasedVersions(db, record).length > 0) {
    throw refused('One of them was given out in a packet under its number. Nothing was changed.')
  }
  rejoin(db, id, from, record, now, actor.person)
  note({ joined: id, record: from, former: record })
  return { record: from }
})
