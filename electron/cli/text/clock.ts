// The dates of a request, each with its rule, its section and the steps that led to it.
import type { z } from 'zod'
import type { requestClock } from '../../../shared/contract/request.ts'
import { dutyName } from '../../../shared/domain/request/duty.ts'

type Clocks = z.infer<typeof requestClock.output>
type ClockDate = Clocks['dates'][number]

/** A request's clocks in lines. */
export function clockLines({ dates, merged, remarks }: Clocks): string[] {
  const theirs = merged.flatMap((other) => [
    `Request ${other.request}, answered here:`,
    ...other.dates.flatMap(dateLines),
  ])
  return [...dates.flatMap(dateLines), ...theirs, ...remarks]
}

function dateLines(date: ClockDate): string[] {
  const last = date.statutory !== null && date.statutory !== date.due ? `; last day by statute ${date.statutory}` : ''
  return [
    `${dutyName(date.duty)}, ${standing(date)}: ${date.due ?? 'no date'}${last} (${date.citation}${date.confirmed ? '' : ', not confirmed'})`,
    `  ${date.sentence}`,
    ...(date.practice === null
      ? []
      : [
          `  Counted by City practice as received on ${date.practice.receivedOn}: ${date.practice.date}. The earlier one is the one to work to.`,
        ]),
    ...date.steps.map(({ day, citation, sentence }) => `  ${day}  ${sentence} (${citation})`),
  ]
}

function standing({ state, metOn }: ClockDate): string {
  if (state === 'possible') return 'only with a notice'
  return metOn === null ? state : `${state} on ${metOn}`
}
