import { rulesShow } from '../../../../shared/contract/schedule.ts'
import { answer } from '../../vault/handler.ts'
import { rulesInForce } from '../../vault/repository/rule.ts'

export default answer(rulesShow, ({ db }) => rulesInForce(db) ?? { set: null, rules: [] })
