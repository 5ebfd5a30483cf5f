// The attorney opened fields of a record that a packet keeps back: what, why and where to.
import { batch } from '../../job/define.ts'
import { registerCopy } from '../../vault/repository/packet/issued.ts'
import { insertOpening, type NewOpening } from '../../vault/repository/packet/production-seal.ts'

interface Opened extends NewOpening {
  readonly name: string
  readonly place: string
  readonly size: number
}

export default batch<Opened, null>('packet.opened', ['requests', 'ledger'], ({ db, now, actor, note }, opening) => {
  const { production, digest, name, place, size } = opening
  insertOpening(db, opening, { at: now, by: actor.person })
  registerCopy(db, { kind: 'opening', subject: `production ${production}`, name, place, digest, size, at: now })
  note({
    production,
    opening: Buffer.from(digest).toString('hex'),
    fields: opening.fields.length,
    key: opening.signed?.key ?? null,
  })
  return null
})
