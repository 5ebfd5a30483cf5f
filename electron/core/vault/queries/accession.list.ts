import { accessionList } from '../../../../shared/contract/intake.ts'
import { answer } from '../handler.ts'
import { listAccessions } from '../repository/intake/accession.ts'

export default answer(accessionList, ({ db }) => listAccessions(db))
