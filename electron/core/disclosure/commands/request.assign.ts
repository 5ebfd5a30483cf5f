import { requestAssign } from '../../../../shared/contract/request-life.ts'
import { RequestDraft } from '../../../../shared/domain/request/request.ts'
import { apply } from '../../vault/handler.ts'
import { knownPerson } from '../../vault/known-person.ts'
import { saveRequest } from '../../vault/repository/request/request.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { openRequest, today } from '../changing.ts'
import { draftOf } from '../known-request.ts'

export default apply(requestAssign, ['requests', 'ledger'], (context, { id, department, assignees }) => {
  const { db, now, actor, note } = context
  const request = openRequest(db, id)
  const names = assignees.map((person) => knownPerson(db, person).name)
  saveRequest(db, RequestDraft.parse({ ...draftOf(request), department, assignees }))
  const words = [department, ...names].filter((one) => one !== '').join(', ')
  insertEvent(db, id, { kind: 'assigned', on: today(context), words }, { at: now, by: actor.person })
  note({ request: id, assignees: assignees.length })
  return {}
})
