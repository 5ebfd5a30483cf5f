// The dates of a request, each with its rule, its section and the steps that led to it.
import type { z } from 'zod'
import type { requestClock } from '../../../shared/contract/request.ts'

type Clocks = z.infer<typeof requestClock.output>
type ClockDate = Clocks['dates'][number]

const titles: Readonly<Record<ClockDate['duty'], string>> = {
  'cpra-determination': 'CPRA determination',
  'cpra-extension': 'CPRA extension, at most',
  'idr-response': 'Immediate disclosure: response',
  'idr-determination': 'Immediate disclosure: determination',
  'idr-production': 'Immediate disclosure: records',
}

/** A request's clocks in lines. */
export function clockLines({ dates, remarks }: Clocks): string[] {
  return [...dates.flatMap(dateLines), ...remarks]
}

function dateLines(date: ClockDate): string[] {
  const last = date.statutory !== null && date.statutory !== date.due ? `; last day by statute ${date.statutory}` : ''
  return [
    `${titles[date.duty]}: ${date.due ?? 'no date'}${last} (${date.citation}${date.confirmed ? '' : ', not confirmed'})`,
    `  ${date.sentence}`,
    ...date.steps.map(({ day, citation, sentence }) => `  ${day}  ${sentence} (${citation})`),
  ]
}
