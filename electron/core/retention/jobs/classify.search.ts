import { classifySearch } from '../../../../shared/contract/schedule.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import { work } from '../../job/define.ts'
import { pageOfIds, strictSearch } from '../../search/find.ts'
import bulkBegin from '../batches/bulk.begin.ts'
import bulkEnd from '../batches/bulk.end.ts'
import classifyAssign from '../batches/classify.assign.ts'
import { refuseUnknownSeries } from '../current-schedule.ts'
import { PAGE } from '../pace.ts'

export default work(classifySearch, false, async (context, { search: text, series, reason }) => {
  const { db, folder, signal, write } = context
  if (series !== null) refuseUnknownSeries(db, [{ series, by: 'chosen by hand' }])
  const search = strictSearch(db, folder, text)
  const total = { classified: 0, same: 0 }
  const bulk = await write(bulkBegin, { series, reason })
  for (
    let ids = pageOfIds(db, search, null, PAGE);
    ids.length > 0;
    ids = pageOfIds(db, search, ids.at(-1) ?? 0, PAGE)
  ) {
    signal.throwIfAborted()
    const records = ids.map((id) => RecordId.parse(id))
    const { classified, same } = await write(classifyAssign, { records, series, reason, bulk })
    total.classified += classified
    total.same += same
    context.progress({ stage: 'classifying', done: total.classified + total.same, total: null, unit: 'records' })
  }
  const kept = await write(bulkEnd, { bulk })
  return { ...total, bulk: kept ? bulk : null }
})
