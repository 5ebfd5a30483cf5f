import { destructionShow } from '../../../../shared/contract/destruction.ts'
import { answer } from '../../vault/handler.ts'
import { passedOver } from '../../vault/repository/disposition/certificate.ts'
import { destroyedFiles, stayingFiles } from '../../vault/repository/disposition/destruction-file.ts'
import { knownDestruction } from '../execution/summary.ts'
import { tombstonesOf } from '../execution/tombstones.ts'

export default answer(destructionShow, ({ db }, { id, from, limit }) => {
  const gone = tombstonesOf(db, knownDestruction(db, id), from, limit)
  const stays = passedOver(db, id, from, limit)
  const next = gone.length === limit || stays.length === limit ? from + limit : null
  return { destroyed: gone, passedOver: stays, files: destroyedFiles(db, id), filesKept: stayingFiles(db, id), next }
})
