// What rules decided on a run of records.
import { batch } from '../../job/define.ts'
import { type DecidedByRules, decideByRules, type RuleDecision } from '../classify/decide-by-rules.ts'

interface Payload {
  readonly decisions: readonly RuleDecision[]
}

export default batch<Payload, DecidedByRules>('classify.decide', ['records'], (context, { decisions }) => {
  const done = decideByRules(context, decisions)
  context.note({ ruleSet: decisions[0]?.ruleSet ?? null, decided: done.decided })
  return done
})
