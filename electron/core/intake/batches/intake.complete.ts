// Ends an accession: its root and its reconciliation. Answers with the loose objects whose files are to be unlinked.
import type { Digest } from '../../../../shared/domain/id.ts'
import type { Reconciliation } from '../../../../shared/domain/reconciliation.ts'
import { batch } from '../../job/define.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { markStrikes } from '../../vault/packages/strike.ts'
import { mediaRemoved, membersHoldingRemoved } from '../../vault/record/removed.ts'
import { completeAccession } from '../../vault/repository/accession.ts'
import { accessionState } from '../../vault/repository/correction.ts'
import { holdsOverAccount } from '../../vault/repository/held.ts'
import { forgetObject } from '../../vault/repository/object.ts'

interface Complete {
  readonly accession: number
  readonly root: Uint8Array | null
  readonly leaves: number
  readonly reconciliation: Reconciliation
}

export default batch<Complete, readonly Digest[]>(
  'intake.complete',
  ['accessions', 'records', 'accounts'],
  (context, end) => {
    const { db, note } = context
    const { stored: records, versions, unexplained } = end.reconciliation.totals
    const gone = strikeRemoved(context, end.accession)
    completeAccession(db, end.accession, { ...end, records, versions, unexplained })
    const root = end.root === null ? null : Buffer.from(end.root).toString('hex')
    note({ accession: end.accession, root, leaves: end.leaves, records, versions })
    return gone
  },
)

/** What was removed under an order came again with this package: its files are struck, unless a hold keeps them. Returns what to unlink. */
function strikeRemoved({ db, folder, now, revoke }: WriteContext, accession: number): Digest[] {
  const files = membersHoldingRemoved(db, accession)
  const media = mediaRemoved(db, accession)
  const account = accessionState(db, accession)?.account ?? 0
  if (files.length + media.members.length === 0 || holdsOverAccount(db, account).length > 0) return []
  markStrikes(db, folder, [...files, ...media.members], now)
  return media.objects.map((object) => {
    forgetObject(db, object)
    revoke(digestOf(object))
    return digestOf(object)
  })
}
