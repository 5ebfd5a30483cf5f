import { letterDiscard } from '../../../../shared/contract/letter.ts'
import { apply } from '../../vault/handler.ts'
import { discardLetter } from '../../vault/repository/request/letter.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { today } from '../changing.ts'
import { letterIn } from '../letter/known-letter.ts'

export default apply(letterDiscard, ['requests', 'ledger'], (context, { id, reason }) => {
  const { db, now, actor, note } = context
  const { request, letter } = letterIn(db, id, 'draft', 'signed')
  discardLetter(db, id)
  const words = `${letter.kind}, ${letter.state}: ${reason}`
  insertEvent(db, request, { kind: 'letter-discarded', on: today(context), words }, { at: now, by: actor.person })
  note({ request, letter: id })
  return {}
})
