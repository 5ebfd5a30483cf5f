import { rulesShow } from '../../../../shared/contract/schedule.ts'
import { answer } from '../../vault/handler.ts'
import { rulesInForce } from '../../vault/repository/retention/rule.ts'

export default answer(rulesShow, ({ db }) => rulesInForce(db) ?? { set: null, rules: [] })
