// Asked by the archive itself after an opening that did not follow on a clean close: reads the catalog's structure through.
import { z } from 'zod'
import { query } from '../../../../shared/contract/define.ts'
import { answer } from '../handler.ts'

const vaultQuickCheck = query('vault.quick-check', {
  summary: "Whether the catalog's structure is sound.",
  input: z.strictObject({}),
  output: z.string(),
})

export default answer(vaultQuickCheck, ({ db }) => String(db.pragma('quick_check(1)')))
