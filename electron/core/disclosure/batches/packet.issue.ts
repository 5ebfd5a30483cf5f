// A packet is finished: its bytes become an object of the vault, its production and request say so, its copy is registered.
import type { ProductionId, RequestId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { registerCopy } from '../../vault/repository/issued.ts'
import { insertObject, type NewObject } from '../../vault/repository/object.ts'
import { savePages } from '../../vault/repository/packet-set.ts'
import { saveIssue } from '../../vault/repository/production.ts'
import { markProduced } from '../../vault/repository/request.ts'

interface Issue {
  readonly production: ProductionId
  readonly request: RequestId
  readonly packet: NewObject
  readonly name: string
  /** Root over its items, hexadecimal; null where it has none. */
  readonly root: string | null
  /** Of its records.pdf. */
  readonly pages: number
}

export default batch<Issue, null>(
  'packet.issue',
  ['requests', 'ledger'],
  ({ db, now, actor, note }, { production, request, packet, name, root, pages }) => {
    const { digest, size } = packet
    insertObject(db, packet, now)
    saveIssue(db, production, { digest, name, size }, { at: now, by: actor.person })
    savePages(db, production, pages)
    markProduced(db, request)
    registerCopy(db, {
      kind: 'packet',
      subject: `production ${production}`,
      name,
      place: 'vault',
      digest,
      size,
      at: now,
    })
    note({ production, packet: Buffer.from(digest).toString('hex'), root })
    return null
  },
)
