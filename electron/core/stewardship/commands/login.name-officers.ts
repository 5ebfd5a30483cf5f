import { loginNameOfficers } from '../../../../shared/contract/login.ts'
import { apply } from '../../vault/handler.ts'
import { knownPerson } from '../../vault/known-person.ts'
import { nameLoginOfficers } from '../../vault/repository/account/login.ts'
import { refusedStewardship } from '../refuse.ts'

export default apply(loginNameOfficers, ['accounts', 'ledger'], ({ db, now, actor, note }, { officers }) => {
  const [one, other] = officers
  if (one?.person === other?.person)
    throw refusedStewardship(
      'The list of log-ins is sealed to two officers, so that one who is away does not lock the City out.',
    )
  if (one?.recipient === other?.recipient) throw refusedStewardship('Each officer has a key of their own.')
  for (const { person } of officers) {
    const { name, endedAt } = knownPerson(db, person)
    if (endedAt !== undefined) throw refusedStewardship(`${name} acts in this vault no more.`)
  }
  nameLoginOfficers(db, officers, now, actor.person)
  note({ officers: officers.map(({ person }) => person) })
  return {}
})
