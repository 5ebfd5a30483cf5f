import { restrictionFound } from '../../../../shared/contract/restriction.ts'
import { work } from '../../job/define.ts'
import { pageOfIds, strictSearch } from '../../search/find.ts'
import restrictionEnd from '../batches/restriction.end.ts'
import restrictionPage from '../batches/restriction.page.ts'

/** Records of one batch: it must let others in after some milliseconds. */
const PAGE = 100

export default work(restrictionFound, false, async (context, { search: text, restriction }) => {
  const { db, folder, signal, write } = context
  const search = strictSearch(db, folder, text)
  const total = { restricted: 0, already: 0 }
  let act: number | null = null
  let before: number | null = null
  for (;;) {
    signal.throwIfAborted()
    const records: number[] = pageOfIds(db, search, before, PAGE)
    if (records.length === 0) break
    const done: { act: number; restricted: number } = await write(restrictionPage, { act, records, restriction })
    act = done.act
    total.restricted += done.restricted
    total.already += records.length - done.restricted
    before = records.at(-1) ?? null
    context.progress({ stage: 'restricting', done: total.restricted + total.already, total: null, unit: 'records' })
  }
  const kept = act !== null && (await write(restrictionEnd, { act }))
  return { ...total, act: kept ? act : null }
})
