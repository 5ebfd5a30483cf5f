import { personList } from '../../../../shared/contract/people.ts'
import { answer } from '../handler.ts'
import { listPeople } from '../repository/account/people.ts'

export default answer(personList, ({ db }) => listPeople(db))
