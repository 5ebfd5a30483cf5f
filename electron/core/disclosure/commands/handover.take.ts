import { MunimentError } from '../../../../shared/contract/error.ts'
import { handoverTake } from '../../../../shared/contract/handover.ts'
import { apply } from '../../vault/handler.ts'
import { knownPerson } from '../../vault/known-person.ts'
import { listHandovers, passLiaison, signHandover } from '../../vault/repository/account/handover.ts'
import { changePerson } from '../../vault/repository/account/person-change.ts'

export default apply(handoverTake, ['people', 'accounts', 'ledger'], ({ db, now, actor, note }, { id }) => {
  const handover = listHandovers(db).find((one) => one.id === id)
  if (handover === undefined || handover.takenAt !== null || handover.replacedAt !== null) {
    const sentence = `Hand-over ${id} is not waiting to be taken: it is not there, was taken already, or a later one took its place. Nothing was done.`
    throw new MunimentError('INPUT_INVALID', sentence)
  }
  if (actor.person !== handover.to) {
    const sentence = `Only ${handover.toName} can sign for having taken this over. Nothing was done; choose ${handover.toName} as the person who acts.`
    throw new MunimentError('PERSON_UNKNOWN', sentence)
  }
  const stamp = { reason: `Hand-over ${id}: ${handover.reason}`, at: now, by: actor.person }
  const { endedAt: _theirs, ...successor } = knownPerson(db, handover.to)
  const { endedAt, ...giver } = knownPerson(db, handover.from)
  signHandover(db, id, now)
  const accounts = passLiaison(db, giver.name, successor.name)
  const custodian = giver.role === 'custodian' && successor.role !== 'custodian'
  if (custodian) changePerson(db, 'changed', { ...successor, role: 'custodian' }, stamp)
  if (handover.ends && endedAt === undefined) changePerson(db, 'ended', giver, stamp)
  note({ handover: id, person: handover.from, document: handover.digest, accounts })
  return { accounts, custodian }
})
