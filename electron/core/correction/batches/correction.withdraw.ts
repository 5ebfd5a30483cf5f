// Turns a complete import towards its taking back, in the transaction that looked whether it may be.
import { amount } from '../../../../shared/text/amount.ts'
import { batch } from '../../job/define.ts'
import {
  accessionState,
  buildingOn,
  insertCorrection,
  isBeingReceived,
  isWithdrawing,
  putAside,
  tiesOf,
  turnToWithdraw,
} from '../../vault/repository/intake/correction.ts'
import { partedFrom } from '../../vault/repository/intake/separation.ts'
import { standingAgainst } from '../standing-against.ts'
import { refused } from '../why-not-one.ts'

export default batch<{ readonly accession: number; readonly reason: string }, null>(
  'correction.withdraw',
  ['accessions'],
  ({ db, folder, now, actor, note }, { accession, reason }) => {
    const known = accessionState(db, accession)
    if (known === null) throw refused(`There is no import ${accession} in this vault.`)
    // Taken up again after an interruption.
    if (isWithdrawing(db, accession)) return null
    if (known.state !== 'complete') {
      throw refused(`Import ${accession} is not complete: undo it under Jobs instead. Nothing was changed.`)
    }
    if (isBeingReceived(db, known.account)) {
      throw refused(
        'Another import of the account has not ended. Resume or undo it under Jobs first; nothing was changed.',
      )
    }
    const ties = tiesOf(db, [accession])
    const later = buildingOn(db, accession)
    const parted = partedFrom(db, accession)
    const against = [
      ...standingAgainst(db, folder, known.account, [accession], ties),
      ...(ties.tagged > 0 ? [`${ties.tagged} of its records are tagged with a series; take that off first.`] : []),
      ...(ties.joined > 0
        ? [
            `${amount(ties.joined, 'record')} of it ${ties.joined === 1 ? 'was' : 'were'} joined with others when an import was moved; move that back first.`,
          ]
        : []),
      ...(parted.length > 0
        ? [
            `Versions of its records are records of their own that another import brought (record ${parted.slice(0, 5).join(', ')}${parted.length > 5 ? ' …' : ''}); join them again first.`,
          ]
        : []),
      ...(later.length > 0
        ? [`Import ${later.join(', ')} saw its items again and builds on it; withdraw that first.`]
        : []),
    ]
    if (against.length > 0) {
      throw refused(
        `Import ${accession} cannot be withdrawn. ${against.join(' ')} Nothing was changed; it can be set aside instead.`,
      )
    }
    turnToWithdraw(db, accession)
    putAside(db, accession, false)
    insertCorrection(db, accession, { act: 'withdrawn', from: null, to: null, reason, at: now, by: actor.person })
    note({ accession, act: 'withdrawn', records: ties.records })
    return null
  },
)
