import { purgeTerms } from '../../../../shared/contract/purge.ts'
import { answer } from '../../vault/handler.ts'
import { termsOf } from '../plan/terms.ts'

export default answer(purgeTerms, ({ db }) => termsOf(db))
