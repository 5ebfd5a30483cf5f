// Whether the schedules of fees in a rule file fit this vault, and which each comes in place of.
import type { NewFees } from '../../../../shared/domain/law/rule-file.ts'
import { type FeeSchedule, unchargeable } from '../../../../shared/domain/request/fee.ts'
import { feeRule } from '../law-book.ts'
import { refused } from './refused.ts'

/**
 * The schedule in whose place each new one comes, both by their ids in the book: of those that count, and of those in the file before it, the
 * one in force on its first day; none is named where there is none.
 * @param schedules those of the vault, the one that starts last first
 * @throws MunimentError INPUT_INVALID where a line cannot be charged, or a schedule starts before one that counts
 */
export function feesReplaced(
  schedules: readonly FeeSchedule[],
  added: readonly NewFees[],
): ReadonlyMap<string, string> {
  const latest = schedules.find(({ waits }) => !waits)
  const replaced = new Map<string, string>()
  let before: Pick<FeeSchedule, 'id' | 'name' | 'validFrom'> | undefined = latest
  for (const fees of [...added].sort((one, other) => one.validFrom.localeCompare(other.validFrom))) {
    const { id, validFrom } = fees
    const wrong = fees.lines.map(unchargeable).find((why) => why !== null)
    if (wrong !== undefined) throw refused(`Its fees “${id}” cannot be used: ${wrong}.`)
    if (before !== undefined && validFrom < before.validFrom)
      throw refused(
        `Its fees “${id}” would count from ${validFrom}, before “${before.name}” (${before.validFrom}): an older schedule is not taken after a newer.`,
      )
    if (before !== undefined && before !== latest && validFrom === before.validFrom)
      throw refused(`Two of its schedules of fees count from ${validFrom}.`)
    if (before !== undefined) replaced.set(id, feeRule(before.id))
    before = fees
  }
  return replaced
}
