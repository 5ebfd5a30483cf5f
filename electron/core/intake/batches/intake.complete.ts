// Ends an accession: its root and its reconciliation; what was removed under an order and came again is marked to go.
import type { Reconciliation } from '../../../../shared/domain/intake/reconciliation.ts'
import { batch } from '../../job/define.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { markStrikes } from '../../vault/packages/strike.ts'
import { mediaRemoved, membersHoldingRemoved } from '../../vault/record/removed.ts'
import { holdsOverAccount } from '../../vault/repository/disposition/held.ts'
import { completeAccession } from '../../vault/repository/intake/accession.ts'
import { accessionState } from '../../vault/repository/intake/correction.ts'
import { forgetTallies } from '../../vault/repository/intake/import-tally.ts'
import { forgetObject } from '../../vault/repository/object.ts'
import { markUnlinking } from '../../vault/repository/unlinking.ts'

interface Complete {
  readonly accession: number
  readonly root: Uint8Array | null
  readonly leaves: number
  readonly reconciliation: Reconciliation
}

export default batch<Complete, null>('intake.complete', ['accessions', 'records', 'accounts'], (context, end) => {
  const { db, note } = context
  const { stored: records, versions, unexplained } = end.reconciliation.totals
  strikeRemoved(context, end.accession)
  forgetTallies(db, end.accession)
  completeAccession(db, end.accession, { ...end, records, versions, unexplained })
  const root = end.root === null ? null : Buffer.from(end.root).toString('hex')
  note({ accession: end.accession, root, leaves: end.leaves, records, versions })
  return null
})

/** What was removed under an order came again with this package: its files are struck, unless a hold keeps them. */
function strikeRemoved({ db, folder, now, revoke }: WriteContext, accession: number): void {
  const files = membersHoldingRemoved(db, accession)
  const media = mediaRemoved(db, accession)
  const account = accessionState(db, accession)?.account ?? 0
  if (files.length + media.members.length === 0 || holdsOverAccount(db, account).length > 0) return
  markStrikes(db, folder, [...files, ...media.members], now)
  for (const object of media.objects) {
    forgetObject(db, object)
    revoke(digestOf(object))
  }
  markUnlinking(
    db,
    media.objects.map((object) => objectPath(digestOf(object))),
  )
}
