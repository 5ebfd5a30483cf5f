import { letterTranslate } from '../../../../shared/contract/letter.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { apply } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { saveTranslation } from '../../vault/repository/request/letter-translation.ts'
import { refused, today } from '../changing.ts'
import { letterIn } from '../letter/known-letter.ts'

// English comes first: only words that are settled can be translated, and only before they go out.
export default apply(letterTranslate, ['requests', 'ledger'], (context, { id, translation }) => {
  const { db, now, actor, note } = context
  const { request, letter } = letterIn(db, id, 'signed')
  if (letter.digest === null) throw refused(`Letter ${id} is not signed. Nothing was changed.`)
  if (translation.reviewedOn > today(context)) {
    throw refused(`${readableDay(translation.reviewedOn)} has not come yet. Nothing was changed.`)
  }
  saveTranslation(db, id, digestBytes(letter.digest), translation, { at: now, by: actor.person })
  note({ request, letter: id, language: translation.language })
  return {}
})
