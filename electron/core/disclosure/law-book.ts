// The law of a city as Muniment brings it.
import { createHash } from 'node:crypto'
import type { LawEntry } from '../../../shared/contract/law.ts'
import type { ClockRule, OfficeHours } from '../../../shared/domain/calendar/clock.ts'
import type { Statute } from '../../../shared/domain/law/statute.ts'
import { dutyName } from '../../../shared/domain/request/duty.ts'
import type { FeeSchedule } from '../../../shared/domain/request/fee.ts'
import type { Ground } from '../../../shared/domain/request/ground.ts'
import type { LetterTemplate } from '../../../shared/domain/request/letter-template.ts'
import { asksRelease, type Exemption } from '../../../shared/domain/review/exemption.ts'
import { certificateForms } from '../../../shared/law/certificates.ts'
import { californiaClocks } from '../../../shared/law/clocks-california.ts'
import { oaklandClocks, oaklandHours } from '../../../shared/law/clocks-oakland.ts'
import { californiaDuties } from '../../../shared/law/duties-california.ts'
import { oaklandDuties } from '../../../shared/law/duties-oakland.ts'
import { californiaExemptions } from '../../../shared/law/exemptions-california.ts'
import { californiaGrounds } from '../../../shared/law/grounds-california.ts'
import { oaklandGrounds } from '../../../shared/law/grounds-oakland.ts'
import { broughtLetters, withoutOrdinance } from '../../../shared/law/letters/templates.ts'
import type { TemplateKind } from '../../../shared/law/letters/words.ts'
import { canonicalJson } from '../vault/canonical.ts'

/** What belongs to one city alone. */
const ordinances = new Map([
  ['City of Oakland', { clocks: oaklandClocks, hours: oaklandHours, grounds: oaklandGrounds, duties: oaklandDuties }],
])

/** Letters of an ordinance on immediate disclosure. */
const IMMEDIATE: ReadonlySet<TemplateKind> = new Set(['idr-advice', 'idr-determination'])

/** A rule before it is asked who confirmed it. */
export type Brought = Omit<LawEntry, 'confirmedBy' | 'changed'>

/** The law of a city. */
export interface Law {
  readonly clocks: readonly ClockRule[]
  readonly grounds: readonly Ground[]
  readonly duties: readonly Statute[]
  readonly exemptions: readonly Exemption[]
  readonly hours: readonly OfficeHours[]
  readonly letters: readonly LetterTemplate[]
  readonly hasOrdinance: boolean
}

/** The rules of a city by their data files. */
export function lawOf(city: string): Law {
  const own = ordinances.get(city)
  return {
    clocks: [...californiaClocks, ...(own?.clocks ?? [])],
    grounds: [...californiaGrounds, ...(own?.grounds ?? [])],
    duties: [...californiaDuties, ...(own?.duties ?? []), ...certificateForms],
    exemptions: californiaExemptions,
    hours: own === undefined ? [] : [own.hours],
    letters: broughtLetters.filter(({ kind }) => own !== undefined || !IMMEDIATE.has(kind)),
    hasOrdinance: own !== undefined,
  }
}

/** Every rule of a city as an entry of the book. */
export function lawBook(city: string): Brought[] {
  return entriesOf(lawOf(city))
}

/** Rules as entries of the book. */
export function entriesOf({ clocks, grounds, duties, exemptions, hours, letters, hasOrdinance }: Law): Brought[] {
  return [
    ...hours.map((rule) => entry('hours', rule, `Office hours, ${rule.opens} to ${rule.closes}`)),
    ...clocks.map((rule) => entry('clock', rule, clockTitle(rule), rule.enabled)),
    ...grounds.map((ground) => entry(groupOf(ground), ground, `${ground.number}. ${ground.short}`)),
    ...duties.map((duty) => entry('duty', duty, duty.citation)),
    ...exemptions.map((exemption) => ({
      ...entry('exemption', exemption, exemption.title),
      ...useOf(exemption, hasOrdinance),
    })),
    ...letters.map((one) => letterEntry(hasOrdinance ? one : withoutOrdinance(one))),
  ]
}

/** The digest of a rule as it reads: a confirmation is of this text and of no other. */
export function ruleDigest(rule: Brought): Buffer {
  const { id, title, citation, text, validFrom, validTo, exemption, passages } = rule
  const words = { id, title, citation, text, validFrom, validTo, exemption, ...(passages === null ? {} : { passages }) }
  return createHash('sha256').update(canonicalJson(words)).digest()
}

/** A rule as an entry of the book. */
export function entry(group: LawEntry['group'], rule: Statute, title: string, enabled = true): Brought {
  const { id, citation, text, validFrom, validTo, source, confirmed } = rule
  return {
    ...{ group, id, title, citation, text, validFrom, validTo, source, confirmed, enabled },
    ...{ exemption: null, letter: null, passages: null, fees: null, asksRelease: false },
  }
}

/** The id in the book of a schedule of fees. */
export function feeRule(id: FeeSchedule['id']): string {
  return typeof id === 'number' ? `fees-${id}` : id
}

/** A schedule of fees as an entry of the book. One that the City entered itself counts at once. */
export function feeEntry(schedule: Pick<FeeSchedule, 'id' | 'name' | 'validFrom' | 'lines' | 'source'>): Brought {
  const { id, name, validFrom, lines, source } = schedule
  const text = lines.map(({ words, per, cents }) => `${words}: $${(cents / 100).toFixed(2)} per ${per}`).join('; ')
  const own = typeof id === 'number'
  const statute = {
    ...{ id: feeRule(id), citation: 'Gov. Code 7922.530(a)', text, source },
    ...{ validFrom, validTo: null, confirmed: own },
  }
  return { ...entry('fees', statute, name, own), fees: [...lines] }
}

function letterEntry({ kind, passages, ...rule }: LetterTemplate): Brought {
  const named = Object.entries(passages).map(([name, passage]) => ({ name, ...passage }))
  const title = passages.subject?.en ?? 'What stands on letters of every kind'
  const text = named.map(({ en }) => en).join('\n')
  return { ...entry('letter', { ...rule, text }, title), letter: kind, passages: named }
}

function clockTitle({ duty, amount, unit }: ClockRule): string {
  if (amount === 0) return dutyName(duty)
  return `${dutyName(duty)}: ${amount} ${unit === 'business-days' ? 'business' : 'calendar'} days`
}

function groupOf({ law }: Ground): LawEntry['group'] {
  return law === 'cpra' ? 'ground-cpra' : 'ground-idr'
}

/** What a permissive exemption asks is the ordinance's: other cities are not asked. */
function useOf(exemption: Exemption, hasOrdinance: boolean) {
  const { former, trap, basis, asks, posting } = exemption
  return { exemption: { former, trap, basis, asks, posting }, asksRelease: hasOrdinance && asksRelease(exemption) }
}
