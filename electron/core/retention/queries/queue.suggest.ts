import { queueSuggest } from '../../../../shared/contract/decision.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { recordsForRules } from '../../vault/repository/classification.ts'
import { lockedAmong } from '../../vault/repository/lock.ts'
import { restrictedAmong } from '../../vault/repository/restriction.ts'
import { rulesInForce } from '../../vault/repository/rule.ts'
import { dayFinder } from '../days.ts'
import { countsOfDecisions } from '../decision-counts.ts'
import { suggester } from '../suggest.ts'

export default answer(queueSuggest, async ({ db, folder, signal }, { records }) => {
  const counts = await countsOfDecisions(db)
  signal.throwIfAborted()
  const suggest = suggester(rulesInForce(db)?.rules ?? [], counts, dayFinder(readVaultFile(folder).zone))
  // A suggestion quotes words of its record.
  const guarded = new Set([...lockedAmong(db, records), ...restrictedAmong(db, records)])
  return recordsForRules(db, records)
    .filter(({ id }) => !guarded.has(id))
    .map((record) => ({ record: record.id, suggestions: suggest(record) }))
})
