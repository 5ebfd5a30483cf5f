import { decisionStands } from '../../../../shared/contract/decision.ts'
import { answer } from '../../vault/handler.ts'
import { standsOf } from '../../vault/repository/retention/decision.ts'

export default answer(decisionStands, ({ db }, { records }) => standsOf(db, records))
