// The rules that rule files add, and the law of a city with those that its attorney has confirmed.
import type { LawEntry } from '../../../../shared/contract/law.ts'
import { addDays, earlier } from '../../../../shared/domain/calendar/day.ts'
import { type NewFees, RuleFile, SignedRuleFile } from '../../../../shared/domain/law/rule-file.ts'
import type { Statute } from '../../../../shared/domain/law/statute.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { appliedRuleFiles } from '../../vault/repository/request/rule-file.ts'
import { type Brought, entriesOf, entry, feeEntry, type Law } from '../law-book.ts'

/** `replaces`: which rule each new one comes in place of, both by their ids. `repeals`: what ends one and puts nothing in its place. */
export interface Additions extends Omit<Law, 'hasOrdinance'> {
  readonly repeals: readonly Statute[]
  readonly fees: readonly NewFees[]
  readonly replaces: ReadonlyMap<string, string>
}

/** Whoever applies a file answers for its dates and duties; of these each is read and confirmed by itself, in the room Law. */
const SINGLY: ReadonlySet<LawEntry['group']> = new Set(['exemption', 'hours', 'letter', 'fees', 'repeal'])

/** Whether a rule of a file is confirmed with the file; otherwise it waits for a confirmation of its own. */
export function comesConfirmed({ group }: Pick<LawEntry, 'group'>): boolean {
  return !SINGLY.has(group)
}

/** What a file adds, by itself neither confirmed nor in use; each source names the file. */
export function additionsIn(file: RuleFile): Additions {
  const { publisher, number, issuedOn } = file
  const replaces = new Map<string, string>()
  const origin = `(rule file ${number} of ${publisher}, ${issuedOn})`
  const plain = <Rule extends { readonly id: string; readonly source: string; readonly replaces: string | null }>(
    rule: Rule,
  ) => {
    const { replaces: old, ...rest } = rule
    if (old !== null) replaces.set(rule.id, old)
    return { ...rest, source: `${rule.source} ${origin}`, confirmed: false }
  }
  return {
    clocks: file.clocks.map((rule) => ({ ...plain(rule), enabled: false })),
    grounds: file.grounds.map(plain),
    duties: file.duties.map(plain),
    exemptions: file.exemptions.map(plain),
    hours: file.hours.map(plain),
    letters: file.letters.map(plain),
    fees: file.fees.map((fees) => ({ ...fees, source: `${fees.source} ${origin}` })),
    repeals: file.repeals.map(plain),
    replaces,
  }
}

/** What all files add that were applied in this vault. */
export function appliedAdditions(db: Driver): Additions {
  return together(appliedRuleFiles(db).map(({ file }) => additionsIn(rulesOf(file))))
}

/** Several additions as one. */
export function together(all: readonly Additions[]): Additions {
  return {
    clocks: all.flatMap(({ clocks }) => clocks),
    grounds: all.flatMap(({ grounds }) => grounds),
    duties: all.flatMap(({ duties }) => duties),
    exemptions: all.flatMap(({ exemptions }) => exemptions),
    hours: all.flatMap(({ hours }) => hours),
    letters: all.flatMap(({ letters }) => letters),
    fees: all.flatMap(({ fees }) => fees),
    repeals: all.flatMap(({ repeals }) => repeals),
    replaces: new Map(all.flatMap(({ replaces }) => [...replaces])),
  }
}

/** The rules within a file that was found in order when it was applied. */
export function rulesOf(file: Uint8Array): RuleFile {
  const { rules } = SignedRuleFile.parse(JSON.parse(Buffer.from(file).toString('utf8')))
  return RuleFile.parse(JSON.parse(rules))
}

/**
 * The additions as entries of the book, switched off until they are confirmed. An exemption can be named before that, like those that
 * Muniment brings: nothing is kept back on it alone.
 */
export function additionEntries(additions: Additions, hasOrdinance: boolean): Brought[] {
  return [
    ...entriesOf({ ...additions, hasOrdinance }).map((one) => ({ ...one, enabled: one.group === 'exemption' })),
    ...additions.fees.map(feeEntry),
    ...additions.repeals.map((rule) => entry('repeal', rule, rule.citation, false)),
  ]
}

/** The last days of rules that confirmed additions replace, and of those before them that were never confirmed. */
export function endsBy(additions: Additions, isConfirmed: (id: string) => boolean): ReadonlyMap<string, LocalDate> {
  const { clocks, grounds, duties, exemptions, hours, letters, repeals, replaces } = additions
  const ends = new Map<string, LocalDate>()
  for (const { id, validFrom } of [...clocks, ...grounds, ...duties, ...exemptions, ...hours, ...letters, ...repeals]) {
    if (validFrom === null || !isConfirmed(id)) continue
    const last = addDays(validFrom, -1)
    for (let old = replaces.get(id); old !== undefined; old = replaces.get(old)) {
      const known = ends.get(old)
      ends.set(old, known === undefined ? last : earlier(known, last))
    }
  }
  return ends
}

/** The law with the additions that are confirmed; what they replace ends the day before. */
export function lawWith(law: Law, additions: Additions, isConfirmed: (id: string) => boolean): Law {
  const ends = endsBy(additions, isConfirmed)
  const joined = <Rule extends Pick<Statute, 'id' | 'validTo'>>(
    brought: readonly Rule[],
    added: readonly Rule[],
  ): Rule[] => [...brought, ...added.filter(({ id }) => isConfirmed(id))].map((rule) => endedBy(rule, ends))
  return {
    ...law,
    clocks: joined(
      law.clocks,
      additions.clocks.map((rule) => ({ ...rule, enabled: isConfirmed(rule.id) })),
    ),
    grounds: joined(law.grounds, additions.grounds),
    duties: joined(law.duties, additions.duties),
    exemptions: joined(law.exemptions, additions.exemptions),
    hours: joined(law.hours, additions.hours),
    letters: joined(law.letters, additions.letters),
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
