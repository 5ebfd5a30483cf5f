// Rules applied to records: which decision follows, and where rules contradict each other.

import type { Rule } from '../../../../shared/domain/classify/rule.ts'
import { classify, compileRules, type RuleSubject } from '../../../../shared/domain/classify/rule-match.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import { fold } from '../../../../shared/text/fold.ts'
import type { Candidate } from '../../vault/repository/retention/classification.ts'
import type { DayOf } from '../days.ts'
import type { RuleDecision } from './decide-by-rules.ts'
import type { InThread } from './rule-threads.ts'

/** Two rules or more name different series for a record; the first wins. */
export interface Conflict {
  readonly record: RecordId
  readonly sentence: string
}

/** What rules say of a record; `decision` null where it stays as it is. */
export interface Judgement {
  readonly decision: RuleDecision | null
  readonly conflict: Conflict | null
}

/** How what rules ask of a record is found out: its local day, and whether it stands in a thread. */
export interface RuleSight {
  readonly dayOf: DayOf
  readonly inThread: InThread
}

/** @param set number of the rule set that is kept with each decision */
export function ruleJudge(rules: readonly Rule[], set: number, sight: RuleSight): (record: Candidate) => Judgement {
  const compiled = compileRules(rules, fold)
  return (record) => {
    const { matching, winner, conflict } = classify(compiled, ruleSubject(record, sight))
    return {
      decision: decisionOn(record, winner, set),
      conflict: conflict && winner ? { record: record.id, sentence: conflictOf(matching, winner) } : null,
    }
  }
}

/** A record for `classify`. Its day and its thread are asked for only by rules that name them. */
export function ruleSubject(record: Candidate, { dayOf, inThread }: RuleSight): RuleSubject {
  return {
    account: record.account,
    platform: record.platform,
    kind: record.kind,
    author: record.author,
    inThread: (thread) => inThread(record.id, thread),
    foldedText: record.text,
    get on() {
      return dayOf(record.at)
    },
    hasMedia: record.media > 0,
  }
}

// A record that an earlier set classified and this one does not goes back to untagged: a withdrawn rule decides nothing any more.
function decisionOn(record: Candidate, winner: Rule | null, ruleSet: number): RuleDecision | null {
  const series = winner?.series ?? null
  if (series === record.series) return null
  const { id, series: previous, decision: seen } = record
  const reason = winner?.reason ?? `No rule of set ${ruleSet} applies any more.`
  return { record: id, series, previous, rule: winner?.id ?? null, ruleSet, reason, seen }
}

function conflictOf(matching: readonly Rule[], winner: Rule): string {
  const others = matching.filter(({ series }) => series !== winner.series)
  const list = others.map(({ name, series }) => `“${name}” says ${series}`).join(', ')
  return `“${winner.name}” says ${winner.series} and won; ${list}.`
}
