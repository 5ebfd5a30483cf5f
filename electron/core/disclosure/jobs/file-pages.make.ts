import { filePagesMake } from '../../../../shared/contract/file-pages.ts'
import { work } from '../../job/define.ts'
import { keepPages, paperOf } from '../file-pages/make.ts'

export default work(filePagesMake, false, async (context, { file, name }) => ({
  pages: await keepPages(context, file, await paperOf(context, file, name)),
}))
