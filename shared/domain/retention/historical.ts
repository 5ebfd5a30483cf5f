// Records of series that the schedule marks as historical (law.md §3.5, the flag H): before the City's copy is destroyed an archive has one, or two persons have
// said once that the series is of no lasting value.
import type { CompiledSchedule } from '../schedule/schedule.ts'
import type { CustodyCopy } from './custody.ts'

/** Whether what is in some series can wait for an archive: no record is asked for its copies where nothing can. */
export function anyHistorical({ terms }: CompiledSchedule, codes: readonly string[]): boolean {
  return codes.some((code) => {
    const term = terms.get(code)
    return term?.series.historical === true && !term.noLastingValue
  })
}

/**
 * Why a record waits for an archive, in a sentence; null where it does not: none of its own series is historical, or each that is was reviewed and found to
 * be of no lasting value, or an archive has signed for a copy of the record as it is now.
 * @param own the series that the record itself is in
 * @param copies of the record, the newest first
 */
export function waitsForArchive(
  own: readonly string[],
  copies: readonly CustodyCopy[],
  { terms }: CompiledSchedule,
): string | null {
  const found = own.map((code) => terms.get(code)).find((term) => term?.series.historical && !term.noLastingValue)
  if (found === undefined || copies.some(({ receipt, same }) => receipt !== null && same)) return null
  const { code, title } = found.series
  const numbers = copies.map(({ transfer }) => transfer).join(', ')
  const why =
    copies.length === 0
      ? 'no copy of it was made for an archive yet'
      : copies.some(({ receipt }) => receipt !== null)
        ? `it is not as the copy has it that an archive signed for (copy ${numbers})`
        : `no archive has signed for copy ${numbers} yet`
  return `${title} (${code}) is marked historical, and ${why}`
}
