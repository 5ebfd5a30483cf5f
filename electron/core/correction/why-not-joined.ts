// What stands against a moved import's records joining those of the other account, by item.
import { amount } from '../../../shared/text/amount.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { recordColumns } from '../vault/record/merge-document.ts'
import { removedFrom } from '../vault/record/removed.ts'
import { isBeingReceived, isBeingTakenBack } from '../vault/repository/intake/correction.ts'
import { isPacketUnderWay } from '../vault/repository/intake/merge.ts'
import { clashesIn, movingRecords, seenSinceJoined } from '../vault/repository/intake/move.ts'
import { partedBy, separationsOf } from '../vault/repository/intake/separation.ts'
import { isLocked } from '../vault/repository/record/lock.ts'
import { standingRestriction } from '../vault/repository/record/restriction.ts'

/** Items that a sentence names; of more it says how many. */
const NAMED = 5

/** @returns one sentence a reason, with the items that it is about */
export function whyNotJoined(db: Driver, accessions: readonly number[], from: number, to: number): string[] {
  const clashes = clashesIn(db, accessions, from, to)
  const locked = clashes.filter(({ target }) => isLocked(db, target))
  const restricted = clashes.filter(
    ({ record, target }) => standingRestriction(db, record) !== null && standingRestriction(db, target) === null,
  )
  const series = clashes.filter(({ record, target }) => otherSeries(db, record, target))
  const isApart = (record: number) => separationsOf(db, record).length > 0
  const separate = clashes.filter(({ record, target }) => isApart(record) || isApart(target))
  const parted = partedBy(db, accessions)
  const since = seenSinceJoined(db, accessions)
  const removed = removedAmong(db, accessions, from, to)
  const targets = (list: typeof clashes) => named(list.map(({ target }) => target))
  return [
    ...(clashes.length > 0 && isPacketUnderWay(db) ? ['A packet is being put together; wait until it is done.'] : []),
    ...(isBeingReceived(db, to) || isBeingTakenBack(db, to)
      ? ['An import of the other account has not ended; resume or undo it under Jobs first.']
      : []),
    ...(locked.length > 0 ? [`The other account holds items of it that are locked: ${targets(locked)}.`] : []),
    ...(restricted.length > 0
      ? [
          `Items of it are restricted here and not in the other account: ${targets(restricted)}. Restrict those, too, first.`,
        ]
      : []),
    ...(series.length > 0
      ? [`The other account holds items of it in another series: ${targets(series)}. Give both the same series first.`]
      : []),
    ...(separate.length > 0
      ? [
          `Of items that the other account holds, too, a version was made a record of its own, so that it cannot be told which of the two is meant: ${targets(separate)}. Join the two again first.`,
        ]
      : []),
    ...(parted.length > 0
      ? [
          `A version of these was made a record of its own that another import brought: ${named(parted)}. Move that import together with it, or join the two again first.`,
        ]
      : []),
    ...(since.length > 0
      ? [
          `Another import of the account saw items again that this one brought: ${named(since)}. Move that import together with it.`,
        ]
      : []),
    ...(removed.length > 0
      ? [
          `The same items were removed from this vault under an order: ${named(removed)}. Lock and remove them here first, so that they do not come back.`,
        ]
      : []),
  ]
}

function named(records: readonly number[]): string {
  const first = records.slice(0, NAMED).map((record) => `record ${record}`)
  const more = records.length - first.length
  return `${first.join(', ')}${more > 0 ? ` and ${amount(more, 'other')}` : ''}`
}

function otherSeries(db: Driver, record: number, target: number): boolean {
  const [one, other] = [recordColumns(db, record)?.series ?? null, recordColumns(db, target)?.series ?? null]
  return one !== null && other !== null && one !== other
}

function removedAmong(db: Driver, accessions: readonly number[], from: number, to: number): number[] {
  const removed = removedFrom(db, to)
  if (removed === null) return []
  const found: number[] = []
  for (const { id, words, ...item } of movingRecords(db, accessions, from)) {
    if (words.split('\n').some((folded) => removed({ ...item, folded, numbered: false }))) found.push(id)
  }
  return found
}
