import { zoneList } from '../../../../shared/contract/zone.ts'
import { answer } from '../handler.ts'
import { zoneChanges } from '../repository/zone.ts'

export default answer(zoneList, ({ db }) => zoneChanges(db))
