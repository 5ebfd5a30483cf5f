import { personChange } from '../../../../shared/contract/people.ts'
import { apply } from '../handler.ts'
import { knownPerson } from '../known-person.ts'
import { changePerson } from '../repository/account/person-change.ts'

export default apply(personChange, ['people', 'ledger'], ({ db, now, actor, note }, { reason, ...person }) => {
  const { endedAt } = knownPerson(db, person.id)
  const kind = endedAt === undefined ? 'changed' : 'returned'
  changePerson(db, kind, person, { reason, at: now, by: actor.person })
  note({ person: person.id, kind })
  return person
})
