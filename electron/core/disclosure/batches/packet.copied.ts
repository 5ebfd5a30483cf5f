// A copy of a packet left the vault: where to, and which bytes.
import type { ProductionId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { registerCopy } from '../../vault/repository/packet/issued.ts'

interface Copied {
  readonly production: ProductionId
  readonly name: string
  readonly place: string
  readonly digest: Uint8Array
  readonly size: number
}

export default batch<Copied, null>('packet.copied', ['ledger'], ({ db, now, note }, { production, ...copy }) => {
  registerCopy(db, { kind: 'packet', subject: `production ${production}`, ...copy, at: now })
  note({ production, copied: true })
  return null
})
