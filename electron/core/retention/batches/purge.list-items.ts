// Lists records that are to be carried out, in the order in which they are.
import { batch } from '../../job/define.ts'
import { insertItems, type ListedItem, turnDestruction } from '../../vault/repository/disposition/destruction.ts'

interface Listing {
  readonly destruction: number
  readonly items: readonly ListedItem[]
  /** The last of them: from now on it is carried out. */
  readonly last: boolean
}

export default batch<Listing, null>('purge.list-items', [], ({ db }, { destruction, items, last }) => {
  insertItems(db, destruction, items)
  if (last) turnDestruction(db, destruction, { state: 'executing' })
  return null
})
