import { mappingPreview } from '../../../../shared/contract/mapping.ts'
import { answer } from '../../vault/handler.ts'
import { grantedFiles } from '../granted.ts'
import { tryMapping } from '../mapped/preview.ts'
import { withChosenTree } from '../mapped/with-tree.ts'

export default answer(mappingPreview, async ({ folder, files, signal }, { sources, rules }) => {
  const opened = await withChosenTree(folder, grantedFiles(files, sources), signal, (tree) =>
    tryMapping(tree, rules, signal),
  )
  if (!('refusals' in opened)) return { ...opened, refusals: [] }
  return { rows: [], files: [], tried: 0, failed: 0, problems: [], unfit: [], refusals: opened.refusals }
})
