import { officeLeaving } from '../../../../shared/contract/office.ts'
import { answer } from '../../vault/handler.ts'
import { heldBy } from '../office/overview.ts'

export default answer(officeLeaving, ({ db }, { person }) => heldBy(db, person))
