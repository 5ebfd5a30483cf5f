// Registers a copy for the archive: every copy of a record that lies elsewhere must be known (design §4).
import { batch } from '../../job/define.ts'
import { digestOf } from '../../vault/hex.ts'
import {
  insertTransfer,
  type MadeTransfer,
  type TransferredRecord,
} from '../../vault/repository/disposition/transfer.ts'
import { registerCopy } from '../../vault/repository/packet/issued.ts'

interface Payload {
  readonly made: MadeTransfer & { readonly place: string }
  readonly records: readonly TransferredRecord[]
}

export default batch<Payload, number>('transfer.store', ['vault', 'disposition', 'ledger'], (context, payload) => {
  const { db, now, actor, note } = context
  const { made, records } = payload
  const { name, place, bag, bytes } = made
  const transfer = insertTransfer(db, made, records, now, actor.person)
  registerCopy(db, {
    kind: 'transfer',
    subject: `transfer ${transfer}`,
    name,
    place,
    digest: bag,
    size: bytes,
    at: now,
  })
  note({ transfer, manifest: digestOf(bag), records: records.length })
  return transfer
})
