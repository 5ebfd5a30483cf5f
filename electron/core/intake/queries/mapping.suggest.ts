import { mappingSuggest } from '../../../../shared/contract/mapping.ts'
import { answer } from '../../vault/handler.ts'
import { grantedFiles } from '../granted.ts'
import { describeTables } from '../mapped/describe-tables.ts'
import { withChosenTree } from '../mapped/with-tree.ts'
import { refuseOtherKind } from '../practice.ts'

export default answer(mappingSuggest, async ({ db, folder, files, signal }, { sources, look }) => {
  const granted = grantedFiles(files, sources)
  await refuseOtherKind(db, granted)
  const opened = await withChosenTree(folder, granted, signal, (tree) => describeTables(tree, look, signal))
  return 'refusals' in opened
    ? { tables: [], refusals: opened.refusals }
    : { tables: opened.tables, refusals: opened.damaged }
})
