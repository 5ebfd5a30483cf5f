// Lists the records of a plan in the order in which they are carried out: what is kept together stands together.
import type { PlanFile } from '../../../../shared/domain/disposition/disposition.ts'
import type { JobContext } from '../../job/define.ts'
import type { ListedItem } from '../../vault/repository/disposition/destruction.ts'
import listBatch from '../batches/purge.list-items.ts'
import { gatherThreads } from '../thread/threads.ts'

const AT_ONCE = 2000

/** Lists them; taken up again, all of them anew. */
export async function listItems(context: JobContext, destruction: number, { records, unit }: PlanFile): Promise<void> {
  const threads = unit === 'thread' ? gatherThreads(context.db) : null
  const families = Map.groupBy(records, ({ recordId }) => threads?.of(recordId) ?? recordId)
  const items: ListedItem[] = []
  for (const [family, members] of families)
    for (const row of members) items.push({ ...row, family, position: items.length })
  for (let from = 0; from < items.length || from === 0; from += AT_ONCE) {
    const slice = items.slice(from, from + AT_ONCE)
    const ends = { first: from === 0, last: from + AT_ONCE >= items.length }
    await context.write(listBatch, { destruction, items: slice, ...ends })
  }
}
