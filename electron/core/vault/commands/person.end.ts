import { MunimentError } from '../../../../shared/contract/error.ts'
import { personEnd } from '../../../../shared/contract/people.ts'
import { apply } from '../handler.ts'
import { knownPerson } from '../known-person.ts'
import { listPeople } from '../repository/account/people.ts'
import { changePerson } from '../repository/account/person-change.ts'

export default apply(personEnd, ['people', 'ledger'], ({ db, now, actor, note }, { id, reason }) => {
  const { endedAt, ...person } = knownPerson(db, id)
  if (endedAt !== undefined) {
    throw new MunimentError('PERSON_UNKNOWN', `${person.name} acts in this vault no more already. Nothing was changed.`)
  }
  if (listPeople(db).every((one) => one.id === id || one.endedAt !== undefined)) {
    const sentence = `${person.name} is the last who may act in this vault. Nothing was changed; add a successor first.`
    throw new MunimentError('PERSON_UNKNOWN', sentence)
  }
  changePerson(db, 'ended', person, { reason, at: now, by: actor.person })
  note({ person: id, kind: 'ended' })
  return {}
})
