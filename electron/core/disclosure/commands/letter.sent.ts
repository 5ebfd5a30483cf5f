import { letterSent } from '../../../../shared/contract/letter.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { letterText } from '../../../../shared/domain/request/letter.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { personActing } from '../../vault/person-acting.ts'
import { sendLetter } from '../../vault/repository/request/letter.ts'
import { translationsOf } from '../../vault/repository/request/letter-translation.ts'
import { insertEvent, insertMessage } from '../../vault/repository/request/request-life.ts'
import { zoneAt } from '../../vault/repository/zone.ts'
import { refuseDay, refused } from '../changing.ts'
import { knownRequest } from '../known-request.ts'
import { letterIn } from '../letter/known-letter.ts'

// That it was sent is kept also where the request was closed meanwhile: what happened, happened.
export default apply(letterSent, ['requests', 'ledger'], (context, { id, sending }) => {
  const { db, folder, now, actor, note } = context
  const by = personActing(actor, 'That a letter was sent')
  const { request: of, letter, words } = letterIn(db, id, 'signed')
  const request = knownRequest(db, of)
  refuseDay(context, request, sending.on)
  const { signedAt } = letter
  const signedOn =
    signedAt === null ? sending.on : localDate(signedAt, zoneAt(db, signedAt, readVaultFile(folder).zone))
  if (sending.on < signedOn) {
    throw refused(
      `The letter was signed on ${readableDay(signedOn)} and cannot have gone out before. Nothing was changed.`,
    )
  }
  const done = { at: now, by }
  sendLetter(db, id, sending, done)
  const { on, time, how } = sending
  const translations = letter.digest === null ? [] : translationsOf(db, id, digestBytes(letter.digest))
  const text = words === null ? '' : letterText(words, readableDay, translations)
  insertMessage(
    db,
    of,
    { direction: 'out', channel: how, about: 'general', on, time, party: request.requester.slice(0, 300), text },
    done,
  )
  insertEvent(db, of, { kind: 'letter-sent', on, words: `${words?.subject ?? letter.kind}. ${sending.proof}` }, done)
  note({ request: of, letter: id, digest: letter.digest, on })
  return {}
})
