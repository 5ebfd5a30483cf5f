// Lists records that are to be carried out, in the order in which they are.
import { batch } from '../../job/define.ts'
import {
  forgetItems,
  insertItems,
  type ListedItem,
  turnDestruction,
} from '../../vault/repository/disposition/destruction.ts'

interface Listing {
  readonly destruction: number
  readonly items: readonly ListedItem[]
  /** The first of them: what was listed before, if anything was, is listed anew. */
  readonly first: boolean
  /** The last of them: from now on it is carried out. */
  readonly last: boolean
}

export default batch<Listing, null>('purge.list-items', [], ({ db }, { destruction, items, first, last }) => {
  if (first) forgetItems(db, destruction)
  insertItems(db, destruction, items)
  if (last) turnDestruction(db, destruction, { state: 'executing' })
  return null
})
