import { createHash } from 'node:crypto'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { handoverGive } from '../../../../shared/contract/handover.ts'
import { apply } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { knownPerson } from '../../vault/known-person.ts'
import { insertHandover } from '../../vault/repository/account/handover.ts'
import { openWork } from '../open-work.ts'

export default apply(handoverGive, ['people', 'ledger'], ({ db, folder, now, actor, note }, { to, reason, ends }) => {
  const from = actor.person
  if (from === null) {
    throw new MunimentError(
      'ACTOR_REQUIRED',
      'A hand-over is signed with a name. Nothing was done; choose who hands over.',
    )
  }
  const successor = knownPerson(db, to)
  if (to === from)
    throw new MunimentError('INPUT_INVALID', 'Nobody hands over to themselves. Nothing was done; choose a successor.')
  if (successor.endedAt !== undefined) {
    throw new MunimentError(
      'PERSON_UNKNOWN',
      `${successor.name} acts in this vault no more. Nothing was done; choose another successor.`,
    )
  }
  const document = JSON.stringify(openWork(db, folder, knownPerson(db, from).name, now))
  const digest = createHash('sha256').update(document).digest()
  const id = insertHandover(db, { from, to, document, digest, reason, ends, at: now })
  note({ handover: id, person: to, document: digestOf(digest) })
  return { id }
})
