import { restrictionOf } from '../../../../shared/contract/restriction.ts'
import { answer } from '../../vault/handler.ts'
import { restrictionsOf } from '../../vault/repository/record/restriction.ts'

export default answer(restrictionOf, ({ db }, { record }) => restrictionsOf(db, record))
