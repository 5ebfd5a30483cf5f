import { purgeStatement } from '../../../../shared/contract/approval.ts'
import { approvalStatement } from '../../../../shared/domain/disposition/approval.ts'
import { answer } from '../../vault/handler.ts'
import { approvalSubject } from '../approval/subject.ts'

export default answer(purgeStatement, ({ db, folder }, asked) => ({
  statement: approvalStatement(approvalSubject(db, folder, asked)),
}))
