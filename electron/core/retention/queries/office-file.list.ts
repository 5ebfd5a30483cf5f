import { officeFileList } from '../../../../shared/contract/office-file.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { standingFiles } from '../office/standing-files.ts'

export default answer(officeFileList, ({ db, folder }, { at, kind }) => {
  const { kinds, files } = standingFiles(db, folder, readVaultFile(folder).zone, at)
  return { kinds, files: kind === null ? files : files.filter((one) => one.kind === kind) }
})
