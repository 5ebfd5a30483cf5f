// Ends an accession: its root and its reconciliation.
import type { Reconciliation } from '../../../../shared/domain/reconciliation.ts'
import { batch } from '../../job/define.ts'
import { markStrikes } from '../../vault/packages/strike.ts'
import { membersHoldingRemoved } from '../../vault/record/removed.ts'
import { completeAccession } from '../../vault/repository/accession.ts'

interface Complete {
  readonly accession: number
  readonly root: Uint8Array | null
  readonly leaves: number
  readonly reconciliation: Reconciliation
}

export default batch<Complete, null>(
  'intake.complete',
  ['accessions', 'records', 'accounts'],
  ({ db, folder, now, note }, end) => {
    const { stored: records, versions, unexplained } = end.reconciliation.totals
    // What was removed under an order came again with this package: its files are struck, too.
    markStrikes(db, folder, membersHoldingRemoved(db, end.accession), now)
    completeAccession(db, end.accession, { ...end, records, versions, unexplained })
    const root = end.root === null ? null : Buffer.from(end.root).toString('hex')
    note({ accession: end.accession, root, leaves: end.leaves, records, versions })
    return null
  },
)
