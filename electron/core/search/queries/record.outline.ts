import { recordOutline } from '../../../../shared/contract/record.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import { answer } from '../../vault/handler.ts'
import { compileSearch } from '../find.ts'
import { outline } from '../outline.ts'

export default answer(recordOutline, async ({ db, folder, signal }, { search, every, live, order }) => {
  const { total, anchors, besides } = await outline(
    db,
    compileSearch(db, folder, search, { live, everyday: true }),
    every,
    signal,
    order,
  )
  return { total, anchors: anchors.map((id) => RecordId.parse(id)), besides }
})
