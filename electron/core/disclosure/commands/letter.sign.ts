import { MunimentError } from '../../../../shared/contract/error.ts'
import { letterSign } from '../../../../shared/contract/letter.ts'
import { apply } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { refusedKey } from '../../vault/key/registering.ts'
import { confirmedKeyUnder } from '../../vault/key/signed-by.ts'
import { knownPerson } from '../../vault/known-person.ts'
import { signLetter } from '../../vault/repository/request/letter.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { today } from '../changing.ts'
import { letterToSign } from '../letter/to-sign.ts'

export default apply(letterSign, ['requests', 'ledger'], (context, { id, signature: given }) => {
  const { db, now, actor, note } = context
  if (actor.person === null)
    throw new MunimentError('ACTOR_REQUIRED', 'A letter is signed by a person. Nothing was changed.')
  const { request, letter, words, digest, statement } = letterToSign(context, id, actor.person, today(context))
  const signature = given === null ? null : Buffer.from(given, 'base64')
  const others = 'the letter reads otherwise now, or is another one'
  const key =
    signature === null
      ? null
      : confirmedKeyUnder(db, { person: knownPerson(db, actor.person), statement, signature }, refusedKey, others).id
  const proof = key === null || signature === null ? null : { key, signature }
  const done = { at: now, by: actor.person }
  signLetter(db, id, { words, digest: digestBytes(digest), proof }, done)
  insertEvent(db, request, { kind: 'letter-signed', on: words.date, words: words.subject }, done)
  note({ request, letter: id, kind: letter.kind, digest, key })
  return { digest, key }
})
