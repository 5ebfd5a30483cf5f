import { letterHead } from '../../../../shared/contract/letter.ts'
import { answer } from '../../vault/handler.ts'
import { setting } from '../../vault/repository/setting.ts'
import { headOf } from '../letter/head.ts'

export default answer(letterHead, ({ db }) => headOf(setting(db, 'letterhead')))
