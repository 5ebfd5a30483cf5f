// Writes a production down: its document, the ledger's head, and every record with a number that no other ever bears.
import { type PersonId, ProductionId, type RequestId } from '../../../../shared/domain/id.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import { batch } from '../../job/define.ts'
import { ledgerHead } from '../../vault/ledger/ledger.ts'
import { insertObject, type NewObject } from '../../vault/repository/object.ts'
import { giveNumbers } from '../../vault/repository/packet/given-number.ts'
import { insertProduction, insertProductionItem } from '../../vault/repository/packet/production.ts'
import { insertSecret } from '../../vault/repository/packet/production-seal.ts'
import { controlNumber } from '../city.ts'

/** A production as it is written down. */
export interface Freeze {
  readonly request: RequestId
  readonly frozenAt: Instant
  readonly preparedBy: PersonId | null
  readonly searched: string
  readonly document: string
  readonly prefix: string
  readonly year: string
  /** Record ids in the packet's order, their version numbers, and 16 bytes of salt each. */
  readonly records: Float64Array
  readonly numbers: Uint32Array
  readonly salts: Uint8Array
  /** 32 bytes each of which the salts of its commitments follow; empty where the packet holds no commitments. */
  readonly secrets: Uint8Array
  /** What was decided of each, as JSON; null where nothing was reviewed. */
  readonly decisions: readonly string[] | null
  /** Renditions made for it. */
  readonly objects: readonly NewObject[]
}

const SALT = 16
const SECRET = 32

export default batch<Freeze, { readonly production: ProductionId }>(
  'packet.freeze',
  ['requests', 'ledger'],
  ({ db, now, note }, payload) => {
    const { request, frozenAt, preparedBy, searched, document, prefix, year, records, numbers, salts } = payload
    const first = giveNumbers(db, 'record', records.length)
    for (const object of payload.objects) insertObject(db, object, now)
    const ledger = ledgerHead(db).hash
    const id = giveNumbers(db, 'production', 1)
    insertProduction(db, { id, request, frozenAt, preparedBy, searched, document, ledgerHead: ledger })
    for (const [position, record] of records.entries()) {
      insertProductionItem(db, id, {
        position,
        record,
        number: numbers[position] ?? 1,
        label: controlNumber(prefix, year, first + position),
        salt: salts.subarray(position * SALT, (position + 1) * SALT),
        decision: payload.decisions?.[position] ?? null,
      })
      if (payload.secrets.length > 0)
        insertSecret(db, id, position, payload.secrets.subarray(position * SECRET, (position + 1) * SECRET))
    }
    note({ request, production: id, items: records.length })
    return { production: ProductionId.parse(id) }
  },
)
