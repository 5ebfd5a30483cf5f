import { removedAct } from '../../../../shared/contract/removed.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { isAttorneysAct, nextRemovalActs, RemovalAct, removalState } from '../../../../shared/domain/office/removal.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { insertAct } from '../../vault/repository/office/steward.ts'
import { expectAttorney, refusedStewardship } from '../refuse.ts'
import { knownRemoval } from '../removed/entries.ts'

/** Acts that mean nothing without words. */
const NEEDS_WORDS: readonly RemovalAct[] = [
  'returned',
  'appealed',
  'appeal-upheld',
  'appeal-granted',
  'reopened',
  'dismissed',
]

export default apply(removedAct, ['stewardship', 'ledger'], (context, { id, ...act }) => {
  const { db, folder, now, actor, note } = context
  const entry = knownRemoval(db, folder, id)
  if (!nextRemovalActs(entry.state).includes(act.act))
    throw refusedStewardship(`Entry ${id} stands at “${entry.state}”: from there nothing leads to “${act.act}”.`)
  if (act.on > localDate(now, readVaultFile(folder).zone))
    throw refusedStewardship(`${readableDay(act.on)} has not come yet.`)
  if (act.act === 'submitted' && entry.open.length > 0)
    throw refusedStewardship(`Entry ${id} does not say, and does not explain: ${entry.open.join(', ')}.`)
  if (NEEDS_WORDS.includes(act.act) && act.words === '') throw refusedStewardship('Say why, or what was asked.')
  if (isAttorneysAct(act.act)) expectAttorney(context, 'reviews what was removed')
  insertAct(db, id, act, now, actor.person)
  note({ entry: id, act: act.act })
  const before = entry.acts.map((one) => ({ act: RemovalAct.parse(one.act) }))
  return { state: removalState([...before, act]) }
})
