// Registers a backup: copies of destroyed records that lie elsewhere must be known (design §4).
import { batch } from '../../job/define.ts'
import { registerCopy } from '../repository/packet/issued.ts'

/** Where a backup is a folder, it is known by its catalog. */
export const CATALOG = 'catalog.sqlite'

interface Copied {
  /** Of the catalog, or of the file in which all of it is. */
  readonly name: string
  readonly place: string
  readonly digest: Uint8Array
  readonly size: number
}

export default batch<Copied, null>('vault.copied', ['vault'], ({ db, now, note }, { name, place, digest, size }) => {
  registerCopy(db, { kind: 'backup', subject: 'vault', name, place, digest, size, at: now })
  note({ [name === CATALOG ? 'catalog' : 'file']: Buffer.from(digest).toString('hex') })
  return null
})
