import { requestPortalPlan } from '../../../../shared/contract/request-life.ts'
import { answer } from '../../vault/handler.ts'
import { planPortal } from '../portal-plan.ts'

export default answer(requestPortalPlan, ({ db, folder }, { file }) => planPortal(db, folder, file))
