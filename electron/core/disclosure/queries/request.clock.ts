import { requestClock } from '../../../../shared/contract/request.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { clocksIn } from '../clocks.ts'
import { knownRequest } from '../known-request.ts'

export default answer(requestClock, ({ db, folder }, { id }) => {
  const { receivedOn, immediateDisclosure } = knownRequest(db, id)
  return clocksIn(readVaultFile(folder).city, { receivedOn, immediateDisclosure, determinedOn: null })
})
