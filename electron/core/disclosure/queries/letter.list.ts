import { letterList } from '../../../../shared/contract/letter.ts'
import { answer } from '../../vault/handler.ts'
import { lettersOf } from '../../vault/repository/request/letter.ts'
import { knownRequest } from '../known-request.ts'

export default answer(letterList, ({ db }, { request }) => lettersOf(db, knownRequest(db, request).id))
