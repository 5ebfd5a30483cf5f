// A rule in lines: what it says, where it stands, how sure the City is of it, and what its use asks.
import type { LawEntry } from '../../../shared/contract/law.ts'
import { dollars, type FeeLine } from '../../../shared/domain/request/fee.ts'
import { LetterLanguage } from '../../../shared/domain/request/letter.ts'
import { facts } from '../text/table.ts'

/** The lines. */
export function entryLines(entry: LawEntry): string[] {
  const { id, title, citation, text, validFrom, validTo, source, exemption, passages, fees } = entry
  return [
    ...facts([
      ['Rule', id],
      ['Title', title],
      ['Section', exemption?.former ? `${citation}, formerly ${exemption.former}` : citation],
      ['From', validFrom ?? 'before the records here'],
      ['Until', validTo ?? ''],
      ['How sure', sureness(entry)],
      ['Source', source],
      ...(exemption === null
        ? []
        : [
            ['Trap', exemption.trap ?? ''] satisfies [string, string],
            ['Kind of justification', exemption.basis] satisfies [string, string],
            ['Its use states', exemption.asks.join(', ')] satisfies [string, string],
          ]),
    ]),
    '',
    ...(passages?.flatMap(passageLines) ?? fees?.map(feeWords) ?? [text]),
  ]
}

/** A line of a schedule of fees in words. */
export function feeWords({ kind, words, per, cents }: FeeLine): string {
  return `${words}: ${dollars(cents)} per ${per} (${kind})`
}

function passageLines({ name, en, ...others }: NonNullable<LawEntry['passages']>[number]): string[] {
  const translated = LetterLanguage.options.flatMap((one) => (others[one] === null ? [] : [`  ${one}: ${others[one]}`]))
  return [`${name}: ${en}`, ...translated]
}

/** How sure the City is of a rule, in a few words. */
export function sureness({ enabled, confirmed, confirmedBy, changed }: LawEntry): string {
  const off = enabled ? '' : 'switched off, '
  if (confirmedBy) return `${off}confirmed by ${confirmedBy.name}`
  if (changed) return `${off}confirmed as it read before`
  return off + (confirmed ? 'read' : 'not confirmed')
}
