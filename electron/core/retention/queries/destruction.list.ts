import { destructionList } from '../../../../shared/contract/destruction.ts'
import { answer } from '../../vault/handler.ts'
import { listDestructions } from '../../vault/repository/disposition/destruction.ts'
import { summaryOf } from '../execution/summary.ts'

export default answer(destructionList, ({ db }) => listDestructions(db).map(({ id }) => summaryOf(db, id)))
