import { requestPart } from '../../../../shared/contract/request-life.ts'
import { isAnswered } from '../../../../shared/domain/request/request-life.ts'
import { apply } from '../../vault/handler.ts'
import { insertEvent, partsOf, savePart } from '../../vault/repository/request/request-life.ts'
import { openRequest, refused, today } from '../changing.ts'

export default apply(requestPart, ['requests', 'ledger'], (context, { id, number: known, part }) => {
  const { db, now, actor, note } = context
  openRequest(db, id)
  const parts = partsOf(db, id)
  const before = parts.find(({ number }) => number === known)
  if (known !== null && before === undefined) throw refused(`Request ${id} has no part ${known}. Nothing was changed.`)
  if (isAnswered(part) && part.answer === '') {
    throw refused('Say what came of this part before it counts as answered. Nothing was changed.')
  }
  const number = known ?? parts.length + 1
  const done = { at: now, by: actor.person }
  savePart(db, id, number, part, done)
  if (before?.state !== part.state) {
    const words = [`${number}. ${part.title}: ${part.state}`, part.answer].filter((one) => one !== '').join('. ')
    insertEvent(db, id, { kind: 'part', on: today(context), words }, done)
  }
  note({ request: id, part: number })
  return { number }
})
