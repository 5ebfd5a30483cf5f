import { MunimentError } from '../../../../shared/contract/error.ts'
import { personAdd } from '../../../../shared/contract/people.ts'
import { apply } from '../handler.ts'
import { hasPerson, insertPerson } from '../repository/account/people.ts'

export default apply(personAdd, ['people', 'ledger'], ({ db, now, note }, person) => {
  if (hasPerson(db, person.id)) {
    throw new MunimentError(
      'PERSON_EXISTS',
      `There is already a person called ${person.id}. Choose another short name.`,
    )
  }
  insertPerson(db, person, now)
  note({ person: person.id })
  return person
})
