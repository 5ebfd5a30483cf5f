import { dispositionSettled } from '../../../../shared/contract/approval.ts'
import { answer } from '../../vault/handler.ts'
import { officeInForce, officeSettled } from '../../vault/repository/disposition/approval.ts'
import { newestListTerm } from '../../vault/repository/disposition/list-term.ts'
import { termsOf } from '../plan/terms.ts'

export default answer(dispositionSettled, ({ db }) => ({
  office: officeInForce(db),
  officeBy: officeSettled(db),
  listsWithinDays: termsOf(db).listsWithinDays,
  listsBy: newestListTerm(db),
}))
