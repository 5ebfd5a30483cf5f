import { restrictionList } from '../../../../shared/contract/restriction.ts'
import { answer } from '../../vault/handler.ts'
import { standingRestrictions } from '../../vault/repository/record/restriction.ts'

export default answer(restrictionList, ({ db }, { limit }) => standingRestrictions(db, limit))
