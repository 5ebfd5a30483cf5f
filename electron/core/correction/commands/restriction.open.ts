import { MunimentError } from '../../../../shared/contract/error.ts'
import { restrictionOpen } from '../../../../shared/contract/restriction.ts'
import { apply } from '../../vault/handler.ts'
import { recordColumns } from '../../vault/record/merge-document.ts'

export default apply(restrictionOpen, ['ledger'], ({ db, note }, { record }) => {
  if (recordColumns(db, record) === null) {
    throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${record}. Nothing was opened.`)
  }
  note({ record })
  return {}
})
