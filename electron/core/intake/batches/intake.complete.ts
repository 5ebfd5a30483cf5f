// Ends an accession: its root and its reconciliation.
import type { Reconciliation } from '../../../../shared/domain/reconciliation.ts'
import { batch } from '../../job/define.ts'
import { completeAccession } from '../../vault/repository/accession.ts'

interface Complete {
  readonly accession: number
  readonly root: Uint8Array | null
  readonly leaves: number
  readonly reconciliation: Reconciliation
}

export default batch<Complete, null>('intake.complete', ['accessions', 'records', 'accounts'], ({ db, note }, end) => {
  const { stored: records, versions, unexplained } = end.reconciliation.totals
  completeAccession(db, end.accession, { ...end, records, versions, unexplained })
  const root = end.root === null ? null : Buffer.from(end.root).toString('hex')
  note({ accession: end.accession, root, leaves: end.leaves, records, versions })
  return null
})
