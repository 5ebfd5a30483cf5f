import { decisionStands } from '../../../../shared/contract/decision.ts'
import { answer } from '../../vault/handler.ts'
import { standsOf } from '../../vault/repository/decision.ts'

export default answer(decisionStands, ({ db }, { records }) => standsOf(db, records))
