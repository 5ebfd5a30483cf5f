import { officeWording } from '../../../../shared/contract/office.ts'
import { OfficeSaid } from '../../../../shared/domain/office/office.ts'
import { answer } from '../../vault/handler.ts'
import { wordingOf } from '../../vault/repository/office/steward.ts'
import { knownOffice } from '../office/entries.ts'
import { refusedStewardship } from '../refuse.ts'

export default answer(officeWording, ({ db }, { id, version }) => {
  const said = wordingOf(db, knownOffice(db, id).id, version)
  if (said === undefined) throw refusedStewardship(`Entry ${id} was never written ${version} times.`)
  return OfficeSaid.parse(said)
})
