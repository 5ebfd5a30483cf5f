// The rules that rule files add, and the law of a city with those that its attorney has confirmed.
import type { ClockRule } from '../../../../shared/domain/calendar/clock.ts'
import { addDays, earlier } from '../../../../shared/domain/calendar/day.ts'
import { RuleFile, SignedRuleFile } from '../../../../shared/domain/law/rule-file.ts'
import type { Statute } from '../../../../shared/domain/law/statute.ts'
import type { Ground } from '../../../../shared/domain/request/ground.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { appliedRuleFiles } from '../../vault/repository/request/rule-file.ts'
import { type Brought, entriesOf, type Law } from '../law-book.ts'

/** `replaces`: which rule each new one comes in place of, both by their ids. */
export interface Additions {
  readonly clocks: readonly ClockRule[]
  readonly grounds: readonly Ground[]
  readonly duties: readonly Statute[]
  readonly replaces: ReadonlyMap<string, string>
}

/** What a file adds, by itself neither confirmed nor in use; each source names the file. */
export function additionsIn(file: RuleFile): Additions {
  const { publisher, number, issuedOn } = file
  const replaces = new Map<string, string>()
  const plain = <Rule extends { readonly id: string; readonly source: string; readonly replaces: string | null }>(
    rule: Rule,
  ) => {
    const { replaces: old, ...rest } = rule
    if (old !== null) replaces.set(rule.id, old)
    return { ...rest, source: `${rule.source} (rule file ${number} of ${publisher}, ${issuedOn})`, confirmed: false }
  }
  return {
    clocks: file.clocks.map((rule) => ({ ...plain(rule), enabled: false })),
    grounds: file.grounds.map(plain),
    duties: file.duties.map(plain),
    replaces,
  }
}

/** What all files add that were applied in this vault. */
export function appliedAdditions(db: Driver): Additions {
  const all = appliedRuleFiles(db).map(({ file }) => additionsIn(rulesOf(file)))
  return {
    clocks: all.flatMap(({ clocks }) => clocks),
    grounds: all.flatMap(({ grounds }) => grounds),
    duties: all.flatMap(({ duties }) => duties),
    replaces: new Map(all.flatMap(({ replaces }) => [...replaces])),
  }
}

/** The rules within a file that was found in order when it was applied. */
export function rulesOf(file: Uint8Array): RuleFile {
  const { rules } = SignedRuleFile.parse(JSON.parse(Buffer.from(file).toString('utf8')))
  return RuleFile.parse(JSON.parse(rules))
}

/** The additions as entries of the book, switched off until they are confirmed. */
export function additionEntries(additions: Additions): Brought[] {
  return entriesOf(additions).map((one) => ({ ...one, enabled: false }))
}

/** The last days of rules that confirmed additions replace. */
export function endsBy(additions: Additions, isConfirmed: (id: string) => boolean): ReadonlyMap<string, LocalDate> {
  const rules = [...additions.clocks, ...additions.grounds, ...additions.duties]
  return new Map(
    rules.flatMap(({ id, validFrom }): [string, LocalDate][] => {
      const old = additions.replaces.get(id)
      return old === undefined || validFrom === null || !isConfirmed(id) ? [] : [[old, addDays(validFrom, -1)]]
    }),
  )
}

/** The law with the additions that are confirmed; what they replace ends the day before. */
export function lawWith(law: Law, additions: Additions, isConfirmed: (id: string) => boolean): Law {
  const ends = endsBy(additions, isConfirmed)
  const joined = <Rule extends Statute>(brought: readonly Rule[], added: readonly Rule[]): Rule[] =>
    [...brought, ...added.filter(({ id }) => isConfirmed(id))].map((rule) => endedBy(rule, ends))
  return {
    ...law,
    clocks: joined(
      law.clocks,
      additions.clocks.map((rule) => ({ ...rule, enabled: isConfirmed(rule.id) })),
    ),
    grounds: joined(law.grounds, additions.grounds),
    duties: joined(law.duties, additions.duties),
  }
}

/** A rule with its last day where another came in its place. */
export function endedBy<Rule extends Pick<Statute, 'id' | 'validTo'>>(
  rule: Rule,
  ends: ReadonlyMap<string, LocalDate>,
): Rule {
  const end = ends.get(rule.id)
  if (end === undefined) return rule
  return { ...rule, validTo: rule.validTo === null ? end : earlier(rule.validTo, end) }
}
