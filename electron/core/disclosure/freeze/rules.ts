// The rules that a production rests on, each by the digest of its text as it reads now.
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { confirmedRules, wholeBook } from '../confirmed-law.ts'
import type { FrozenRule } from '../document.ts'
import { ruleDigest } from '../law-book.ts'

/** The versions of the exemptions that something is kept back on, in the order of the book. */
export function rulesBehind(db: Driver, city: string, exemptions: readonly string[]): FrozenRule[] {
  const confirmed = confirmedRules(db, city)
  return wholeBook(db, city)
    .filter(({ id }) => exemptions.includes(id))
    .map((rule) => ({
      id: rule.id,
      citation: rule.citation,
      digest: digestOf(ruleDigest(rule)),
      confirmed: rule.confirmed || confirmed.has(rule.id),
    }))
}
