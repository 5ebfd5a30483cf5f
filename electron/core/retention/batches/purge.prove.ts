// Keeps what the scan found, and forgets the traces that were looked for.
import type { DestructionProof } from '../../../../shared/domain/disposition/destruction.ts'
import { batch } from '../../job/define.ts'
import { saveProof } from '../../vault/repository/disposition/destruction.ts'
import { forgetTraces } from '../../vault/repository/disposition/destruction-work.ts'

interface Proved {
  readonly destruction: number
  readonly proof: DestructionProof
}

export default batch<Proved, null>(
  'purge.prove',
  ['disposition'],
  ({ db, note }, { destruction, proof }) => {
    saveProof(db, destruction, proof)
    forgetTraces(db, destruction)
    const { counts, shared, left, residual } = proof
    note({ destruction, ...counts, shared, left: left.length, residual: residual.length })
    return null
  },
  { timed: true },
)
