// Response times by account and month.
import { ResponseMonth, ResponseVerdict } from '../../../../shared/contract/response.ts'
import type { Response } from '../../../../shared/domain/office/response.ts'
import { localDate } from '../../../../shared/domain/time.ts'

/** Counts by account and month of the question, in that order. */
export function monthsOf(responses: readonly Response[], zone: string): ResponseMonth[] {
  const groups = Map.groupBy(
    responses,
    ({ account, at }) => `${account} ${at === null ? '' : localDate(at, zone).slice(0, 7)}`,
  )
  return [...groups]
    .map(([key, own]) => {
      const [account, month] = key.split(' ')
      const counts = Object.fromEntries(
        ResponseVerdict.options.map((verdict) => [verdict, own.filter((one) => one.verdict === verdict).length]),
      )
      return ResponseMonth.parse({ account: Number(account), month, counts, median: medianOf(own) })
    })
    .toSorted((one, other) => one.account - other.account || one.month.localeCompare(other.month))
}

/** The middle one of the hours; of two middles their mean. */
function medianOf(own: readonly Response[]): number | null {
  const hours = own.flatMap(({ hours }) => (hours === null ? [] : [hours])).toSorted((one, other) => one - other)
  const middle = hours.length >> 1
  const upper = hours[middle]
  if (upper === undefined) return null
  return hours.length % 2 === 1 ? upper : (upper + (hours[middle - 1] ?? upper)) / 2
}
