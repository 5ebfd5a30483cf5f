import { retentionUnitShow } from '../../../../shared/contract/retention.ts'
import { answer } from '../../vault/handler.ts'
import { unitDecisions, unitInForce } from '../../vault/repository/retention/retention-unit.ts'

export default answer(retentionUnitShow, ({ db }) => ({ ...unitInForce(db), decisions: unitDecisions(db) }))
