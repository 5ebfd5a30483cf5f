import { createHash } from 'node:crypto'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { letterSign } from '../../../../shared/contract/letter.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import { apply } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { signLetter } from '../../vault/repository/request/letter.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { openRequest, refused, today } from '../changing.ts'
import { composeLetter } from '../letter/compose.ts'
import { letterFacts } from '../letter/facts.ts'
import { letterIn } from '../letter/known-letter.ts'
import { lacksOf } from '../letter/lacks.ts'

export default apply(letterSign, ['requests', 'ledger'], (context, { id }) => {
  const { db, folder, now, actor, note } = context
  const { request, letter } = letterIn(db, id, 'draft')
  if (actor.person === null)
    throw new MunimentError('ACTOR_REQUIRED', 'A letter is signed by a person. Nothing was changed.')
  const facts = letterFacts(db, folder, openRequest(db, request), today(context), actor.person)
  const lacks = lacksOf(letter.draft, facts)
  if (lacks.length > 0) throw refused(`The letter cannot be signed yet. ${lacks.join(' ')} Nothing was changed.`)
  const words = composeLetter(letter.draft, facts)
  const digest = createHash('sha256').update(canonicalJson(words)).digest()
  const done = { at: now, by: actor.person }
  signLetter(db, id, words, digest, done)
  insertEvent(db, request, { kind: 'letter-signed', on: facts.date, words: words.subject }, done)
  note({ request, letter: id, kind: letter.kind, digest: digestOf(digest) })
  return { digest: digestOf(digest) }
})
