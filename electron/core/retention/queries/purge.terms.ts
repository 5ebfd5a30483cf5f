import { purgeTerms } from '../../../../shared/contract/purge.ts'
import { answer } from '../../vault/handler.ts'
import { listsWithin } from '../list-age.ts'

export default answer(purgeTerms, ({ db }) => ({ listsWithinDays: listsWithin(db) }))
