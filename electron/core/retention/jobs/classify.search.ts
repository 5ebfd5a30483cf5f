import { z } from 'zod'
import { classifySearch } from '../../../../shared/contract/schedule.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import { work } from '../../job/define.ts'
import { pageOfIds, strictSearch } from '../../search/find.ts'
import { changedByBulk } from '../../vault/repository/retention/decision.ts'
import bulkBegin from '../batches/bulk.begin.ts'
import bulkEnd from '../batches/bulk.end.ts'
import classifyAssign from '../batches/classify.assign.ts'
import { PAGE } from '../pace.ts'
import { refuseUnknownSeries } from '../schedule/current-schedule.ts'

/** Where a stopped run is taken up: the decision that it belongs to, the last record looked at, and how many were. */
const Checkpoint = z.object({ bulk: z.int(), before: z.int(), looked: z.int(), guarded: z.int().default(0) })

export default work(classifySearch, true, async (context, { search: text, series, reason, second }) => {
  const { db, folder, signal, write } = context
  if (series !== null) refuseUnknownSeries(db, [{ series, by: 'chosen by hand' }])
  const search = strictSearch(db, folder, text)
  const begun = context.checkpoint === null ? null : Checkpoint.parse(context.checkpoint)
  const changed = begun === null ? 0 : changedByBulk(db, begun.bulk)
  const total = { classified: changed, same: (begun?.looked ?? 0) - changed - (begun?.guarded ?? 0) }
  let guarded = begun?.guarded ?? 0
  const bulk = begun?.bulk ?? (await write(bulkBegin, { series, reason }))
  for (
    let ids = pageOfIds(db, search, begun?.before ?? null, PAGE);
    ids.length > 0;
    ids = pageOfIds(db, search, ids.at(-1) ?? 0, PAGE)
  ) {
    signal.throwIfAborted()
    const records = ids.map((id) => RecordId.parse(id))
    const looked = total.classified + total.same + guarded + ids.length
    const checkpoint = { bulk, before: ids.at(-1) ?? 0, looked, guarded } satisfies z.infer<typeof Checkpoint>
    const done = await write(classifyAssign, { records, series, reason, bulk, second }, checkpoint)
    total.classified += done.classified
    total.same += done.same
    guarded += done.guarded.length
    context.progress({ stage: 'classifying', done: looked, total: null, unit: 'records' })
  }
  const kept = await write(bulkEnd, { bulk })
  return { ...total, guarded, bulk: kept ? bulk : null }
})
