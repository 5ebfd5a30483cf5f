// Rules tried on records without deciding anything: what each fits, what it would decide, and which of them disagree.

import type { Rule } from '../../../../shared/domain/classify/rule.ts'
import { classify, compileRules } from '../../../../shared/domain/classify/rule-match.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import type { Move } from '../../../../shared/domain/schedule/moves.ts'
import { fold } from '../../../../shared/text/fold.ts'
import type { Tried } from '../../vault/repository/retention/classification.ts'
import { type RuleSight, ruleSubject } from './judge-rules.ts'

interface Disagreement {
  readonly wins: string
  readonly loses: string
  records: number
  readonly example: RecordId
}

/** What a rule's series does to a record that stands in another one. */
export type MoveOf = (record: Tried, series: string) => Move | null

/** Tries rules on records. @returns every rule in the order given, and each pair that names different series for a record */
export function tryRules(rules: readonly Rule[], records: readonly Tried[], sight: RuleSight, moveOf: MoveOf) {
  const compiled = compileRules(rules, fold)
  const counts = new Map(rules.map(({ id }) => [id, { id, matches: 0, decides: 0, earlier: 0, later: 0 }]))
  const conflicts = new Map<string, Disagreement>()
  for (const record of records) {
    const { matching, winner } = classify(compiled, ruleSubject(record, sight))
    for (const { id } of matching) step(counts.get(id), 'matches')
    if (winner === null) continue
    if (record.byHand === 0) {
      step(counts.get(winner.id), 'decides')
      const move = moveOf(record, winner.series)
      if (move !== null) step(counts.get(winner.id), move)
    }
    for (const other of matching) {
      if (other.series === winner.series) continue
      const key = JSON.stringify([winner.id, other.id])
      const known = conflicts.get(key)
      if (known) known.records += 1
      else conflicts.set(key, { wins: winner.id, loses: other.id, records: 1, example: record.id })
    }
  }
  return { rules: [...counts.values()], conflicts: [...conflicts.values()] }
}

type Counts = Record<'matches' | 'decides' | Move, number>

function step(count: Counts | undefined, what: keyof Counts): void {
  if (count) count[what] += 1
}
