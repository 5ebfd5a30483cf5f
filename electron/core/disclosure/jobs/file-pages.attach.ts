import { filePagesAttach } from '../../../../shared/contract/file-pages.ts'
import { work } from '../../job/define.ts'
import { documentObject, keepPages } from '../file-pages/make.ts'
import { chosenFile } from '../review-copy/open.ts'

export default work(filePagesAttach, false, async (context, { file, pdf, how }) => {
  documentObject(context, file)
  return { pages: await keepPages(context, file, { bytes: await chosenFile(context.files, pdf), how }) }
})
