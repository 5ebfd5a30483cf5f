import { supportShow } from '../../../../shared/contract/support.ts'
import { answer } from '../../vault/handler.ts'
import { supportFile } from '../support-file.ts'

export default answer(supportShow, ({ db, folder }) => supportFile(db, folder))
