// Once nothing waits any more: the catalog is written anew without what was in it, and its log is emptied. Both come after the transaction.
import { batch } from '../../job/define.ts'
import { settleCatalog } from '../../vault/catalog/settle.ts'

export default batch<{ readonly vacuum: boolean }, null>('purge.settle', [], ({ db, afterwards }, { vacuum }) => {
  afterwards(() => settleCatalog(db, vacuum))
  return null
})
