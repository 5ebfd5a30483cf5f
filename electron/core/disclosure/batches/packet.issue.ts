// A packet is finished: its bytes become an object of the vault, its production and request say so, its copy is registered.
import type { ProductionId, RequestId } from '../../../../shared/domain/id.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import { batch } from '../../job/define.ts'
import { insertObject, type NewObject } from '../../vault/repository/object.ts'
import { registerCopy } from '../../vault/repository/packet/issued.ts'
import { savePages } from '../../vault/repository/packet/packet-set.ts'
import { saveIssue } from '../../vault/repository/packet/production.ts'
import { markProduced } from '../../vault/repository/request/request.ts'
import { countWorkProduct, deleteWorkProduct, workProductPolicy } from '../../vault/repository/review/work-product.ts'

interface Issue {
  readonly production: ProductionId
  readonly request: RequestId
  readonly settledAt: Instant
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
  ({ db, now, actor, note }, { production, request, settledAt, packet, name, root, pages }) => {
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
    // What the production was settled on stays; what was thought before it goes, unless the City keeps it.
    const keeps = workProductPolicy(db) === 'keep'
    const workProduct = (keeps ? countWorkProduct : deleteWorkProduct)(db, request, settledAt)
    note({ production, packet: Buffer.from(digest).toString('hex'), root, [keeps ? 'kept' : 'deleted']: workProduct })
    return null
  },
)
