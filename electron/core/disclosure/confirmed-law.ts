// Which of the law the City's attorney confirmed as it reads now.
import type { LawEntry } from '../../../shared/contract/law.ts'
import type { FeeSchedule } from '../../../shared/domain/request/fee.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { digestOf } from '../vault/hex.ts'
import { type Confirmation, confirmations } from '../vault/repository/request/law.ts'
import { endsOfFees, knownSchedules } from './fee-schedules.ts'
import { type Brought, type Law, lawBook, lawOf, ruleDigest } from './law-book.ts'
import { ownEntries } from './own-entries.ts'
import { additionEntries, appliedAdditions, endedBy, endsBy, lawWith } from './rule-file/additions.ts'

/** Every rule of a city, with those that came by files, its own years of holidays and fees; each as it reads by itself. */
export function wholeBook(db: Driver, city: string): Brought[] {
  const { hasOrdinance } = lawOf(city)
  return [...lawBook(city), ...additionEntries(appliedAdditions(db), hasOrdinance), ...ownEntries(db, city)]
}

/** The ids of the rules that the attorney confirmed and that read as they did then. */
export function confirmedRules(db: Driver, city: string): ReadonlySet<string> {
  const acts = confirmations(db)
  const standing = wholeBook(db, city).filter((rule) => stands(rule, acts.get(rule.id)))
  return new Set(standing.map(({ id }) => id))
}

/** Every schedule of fees of a city, the one that starts last first; those that came by files count where the attorney confirms them. */
export function feesIn(db: Driver, city: string): FeeSchedule[] {
  return knownSchedules(db, confirmedRules(db, city))
}

/** The law of a city as it stands: with the rules that came by files, where the attorney confirms them. */
export function lawIn(db: Driver, city: string): Law {
  const confirmed = confirmedRules(db, city)
  return lawWith(lawOf(city), appliedAdditions(db), (id) => confirmed.has(id))
}

/** The book with what the attorney says of each rule; one in whose place another came has its last day. */
export function confirmedBook(db: Driver, city: string): LawEntry[] {
  const acts = confirmations(db)
  const confirmed = confirmedRules(db, city)
  const ends = new Map([
    ...endsBy(appliedAdditions(db), (id) => confirmed.has(id)),
    ...endsOfFees(knownSchedules(db, confirmed)),
  ])
  return confirmedEntries(wholeBook(db, city), acts).map((rule) => endedBy(rule, ends))
}

function confirmedEntries(book: readonly Brought[], acts: ReadonlyMap<string, Confirmation>): LawEntry[] {
  return book.map((rule) => {
    const act = acts.get(rule.id)
    if (act === undefined || act.kind === 'withdrawn') return { ...rule, confirmedBy: null, changed: false }
    const { name, at, statement } = act
    const same = stands(rule, act)
    return {
      ...rule,
      enabled: rule.enabled || same,
      confirmedBy: same ? { name, at, statement } : null,
      changed: !same,
    }
  })
}

function stands(rule: Brought, act: Confirmation | undefined): boolean {
  return act?.kind === 'confirmed' && act.digest === digestOf(ruleDigest(rule))
}
