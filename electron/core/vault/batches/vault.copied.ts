// Registers a backup: copies of destroyed records that lie elsewhere must be known (design §4).
import { batch } from '../../job/define.ts'
import { registerCopy } from '../repository/packet/issued.ts'

interface Copied {
  readonly place: string
  readonly digest: Uint8Array
  readonly size: number
}

export default batch<Copied, null>('vault.copied', ['vault'], ({ db, now, note }, { place, digest, size }) => {
  registerCopy(db, { kind: 'backup', subject: 'vault', name: 'catalog.sqlite', place, digest, size, at: now })
  note({ catalog: Buffer.from(digest).toString('hex') })
  return null
})
