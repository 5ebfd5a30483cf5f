import { filePagesShow } from '../../../../shared/contract/file-pages.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import { textOfPage } from '../../../../shared/domain/review/file-page.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { answer } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { isOfLocked } from '../../vault/repository/record/lock.ts'
import { filePages, madeOf } from '../../vault/repository/review/made-file.ts'

export default answer(filePagesShow, ({ db }, { file }) => {
  if (isOfLocked(db, digestBytes(file))) return { pages: [], made: [] }
  return shown(db, file)
})

const shown = (db: Driver, file: Digest) => ({
  pages: filePages(db, file).map(({ page, picture, words }) => ({ page, picture, text: textOfPage(words) })),
  made: madeOf(db, file),
})
