import { bulkPreview } from '../../../../shared/contract/bulk.ts'
import { answer } from '../../vault/handler.ts'
import { previewBulk } from '../classify/preview-bulk.ts'

export default answer(bulkPreview, ({ db, folder, signal }, { search }) => previewBulk(db, folder, search, signal))
