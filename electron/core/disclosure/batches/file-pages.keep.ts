// Pages were drawn of a document, or something was made of a file: its objects, and what they are of.
import type { Digest } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { insertObject, type NewObject } from '../../vault/repository/object.ts'
import { type FilePage, type MadeFile, saveMade, savePages } from '../../vault/repository/review/made-file.ts'

interface Keep {
  readonly original: Digest
  /** None where it is no document. */
  readonly pages: readonly FilePage[]
  readonly made: MadeFile | null
  readonly objects: readonly NewObject[]
}

export default batch<Keep, null>(
  'file-pages.keep',
  ['records', 'requests', 'ledger'],
  ({ db, now, note }, { original, pages, made, objects }) => {
    for (const object of objects) insertObject(db, object, now)
    if (pages.length > 0) savePages(db, original, pages)
    if (made !== null) saveMade(db, original, made)
    note({ pages: pages.length, made: made?.kind ?? null })
    return null
  },
)
