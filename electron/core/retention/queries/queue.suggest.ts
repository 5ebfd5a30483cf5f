import { queueSuggest } from '../../../../shared/contract/decision.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { lockedAmong } from '../../vault/repository/record/lock.ts'
import { restrictedAmong } from '../../vault/repository/record/restriction.ts'
import { recordsForRules } from '../../vault/repository/retention/classification.ts'
import { rulesInForce } from '../../vault/repository/retention/rule.ts'
import { countsOfDecisions } from '../classify/decision-counts.ts'
import { threadsNamed } from '../classify/rule-threads.ts'
import { suggester } from '../classify/suggest.ts'
import { dayFinder } from '../days.ts'

export default answer(queueSuggest, async ({ db, folder, signal }, { records }) => {
  const counts = await countsOfDecisions(db)
  signal.throwIfAborted()
  const rules = rulesInForce(db)?.rules ?? []
  const sight = { dayOf: dayFinder(readVaultFile(folder).zone), inThread: threadsNamed(db, rules) }
  const suggest = suggester(rules, counts, sight)
  // A suggestion quotes words of its record.
  const guarded = new Set([...lockedAmong(db, records), ...restrictedAmong(db, records)])
  return recordsForRules(db, records)
    .filter(({ id }) => !guarded.has(id))
    .map((record) => ({ record: record.id, suggestions: suggest(record) }))
})
