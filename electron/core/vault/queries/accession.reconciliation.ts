import { accessionReconciliation } from '../../../../shared/contract/intake.ts'
import { answer } from '../handler.ts'
import { reconciliationOf } from '../repository/intake/accession.ts'

export default answer(accessionReconciliation, ({ db }, { accession }) => reconciliationOf(db, accession))
