import { personHistory } from '../../../../shared/contract/people.ts'
import { answer } from '../handler.ts'
import { personChanges } from '../repository/account/person-change.ts'

export default answer(personHistory, ({ db }) => personChanges(db))
