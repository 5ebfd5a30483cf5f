import { holdList } from '../../../../shared/contract/hold.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { endedByNow } from '../../vault/office/request-until.ts'
import { listHolds } from '../../vault/repository/disposition/hold.ts'

export default answer(holdList, ({ db, folder }) => {
  const ended = endedByNow(db, readVaultFile(folder).zone)
  return listHolds(db).map((one) => ({ ...one, ended: one.request !== null && ended.has(one.request) }))
})
