import { mappingPreview } from '../../../../shared/contract/mapping.ts'
import { answer } from '../../vault/handler.ts'
import { grantedFiles } from '../granted.ts'
import { tryMapping } from '../mapped/preview.ts'
import { withChosenTree } from '../mapped/with-tree.ts'
import { refuseOtherKind } from '../practice.ts'

export default answer(mappingPreview, async ({ db, folder, files, signal }, { sources, rules }) => {
  const granted = grantedFiles(files, sources)
  await refuseOtherKind(db, granted)
  const opened = await withChosenTree(folder, granted, signal, (tree) => tryMapping(tree, rules, signal))
  if (!('refusals' in opened)) return { ...opened, refusals: [] }
  return { rows: [], files: [], tried: 0, failed: 0, problems: [], unfit: [], refusals: opened.refusals }
})
