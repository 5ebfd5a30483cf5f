import { searchDuplicates } from '../../../../shared/contract/request-search.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import { answer } from '../../vault/handler.ts'
import { recordDetail } from '../../vault/record/read.ts'
import { restrictedAmong } from '../../vault/repository/record/restriction.ts'
import { knownRequest } from '../known-request.ts'
import { drawUp } from '../searching/statement.ts'

const MOST = 100
const EXCERPT = 200

export default answer(searchDuplicates, async (context, { request: id }) => {
  const { db } = context
  const { twins } = await drawUp(context, knownRequest(db, id))
  const groups = twins.groups()
  const restricted = restrictedAmong(db, groups.slice(0, MOST).flat())
  const shown = groups.slice(0, MOST).flatMap((ids) => {
    const [first] = ids
    const detail = first === undefined ? null : recordDetail(db, RecordId.parse(first))
    if (detail === null) return []
    const text = restricted.has(detail.id) ? '' : (detail.versions.at(-1)?.text ?? '')
    return [{ records: ids.map((one) => RecordId.parse(one)), kind: detail.kind, text: text.slice(0, EXCERPT) }]
  })
  return { groups: shown, more: groups.length - shown.length }
})
