// Sets of classification rules: each is kept, the newest is in force.

import { Rules } from '../../../../../shared/domain/classify/rule.ts'
import type { PersonId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

export interface RuleSet {
  readonly set: number
  readonly rules: Rules
}

/** Saves a set. Returns its number. */
export function insertRuleSet(db: Driver, rules: Rules, at: Instant, by: PersonId | null): number {
  return db.run('INSERT INTO rule_set (document, saved_at, saved_by) VALUES (?, ?, ?)', JSON.stringify(rules), at, by)
    .id
}

/** The set in force, or null before the first. */
export function rulesInForce(db: Driver): RuleSet | null {
  const row = db.get<{ id: number; document: string }>('SELECT id, document FROM rule_set ORDER BY id DESC LIMIT 1')
  return row ? { set: row.id, rules: Rules.parse(JSON.parse(row.document)) } : null
}
