import { handoverOpen } from '../../../../shared/contract/handover.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { answer } from '../../vault/handler.ts'
import { knownPerson } from '../../vault/known-person.ts'
import { openWork } from '../open-work.ts'

export default answer(handoverOpen, ({ db, folder }, { person, asOf }) =>
  openWork(db, folder, person === null ? null : knownPerson(db, person).name, Instant.parse(asOf)),
)
