import { removedDrafts } from '../../../../shared/contract/removed.ts'
import { answer } from '../../vault/handler.ts'
import { removedDraftsFrom } from '../removed/drafts.ts'

export default answer(removedDrafts, ({ db, folder }, { before, limit }) =>
  removedDraftsFrom(db, folder, before, limit),
)
