// Lists the office's own files of a plan, in the order in which they are carried out.
import type { PlanFileRow } from '../../../../shared/domain/disposition/office-file.ts'
import { batch } from '../../job/define.ts'
import { insertFiles } from '../../vault/repository/disposition/destruction-file.ts'

interface Listing {
  readonly destruction: number
  readonly files: readonly PlanFileRow[]
}

export default batch<Listing, null>('purge.list-files', [], ({ db }, { destruction, files }) => {
  insertFiles(db, destruction, files)
  return null
})
