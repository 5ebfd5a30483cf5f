import { eventRulesShow } from '../../../../shared/contract/record-event.ts'
import { answer } from '../../vault/handler.ts'
import { eventRulesInForce } from '../../vault/repository/retention/event-rule.ts'

export default answer(eventRulesShow, ({ db }) => {
  const { rules, by, at } = { rules: [], by: null, at: null, ...eventRulesInForce(db) }
  return { rules, savedBy: by, savedAt: at }
})
