import { MunimentError } from '../../../../shared/contract/error.ts'
import { restrictionPlace } from '../../../../shared/contract/restriction.ts'
import { apply } from '../../vault/handler.ts'
import { recordColumns } from '../../vault/record/merge-document.ts'
import { restrict } from '../restrict.ts'

export default apply(restrictionPlace, ['records', 'ledger'], (context, { records, restriction }) => {
  const wanted = [...new Set(records)]
  const unknown = wanted.find((record) => recordColumns(context.db, record) === null)
  if (unknown !== undefined) {
    throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${unknown}. Nothing was restricted.`)
  }
  const restricted = wanted.filter((record) => restrict(context, record, restriction, null)).length
  context.note({ restricted, records: wanted })
  return { restricted, already: wanted.length - restricted }
})
