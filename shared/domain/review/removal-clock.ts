// Until when what somebody demands to be removed must be gone, and how that follows from its receipt.

import { type Instant, readableInstant } from '../time.ts'
import { REMOVAL_HOURS } from './packet-set.ts'

/** The rule of the clock, by which the law book knows it. */
export const REMOVAL_RULE = 'gov-7928.215'
export const REMOVAL_CITATION = 'Gov. Code 7928.215'

/** The moment in a sentence, with each step to it. */
export interface RemovalClock {
  readonly sentence: string
  readonly steps: string[]
}

/**
 * Explains the end of the 48 hours.
 * @param zone the City's, in which receipt and end are told
 */
export function removalClock(receivedAt: Instant, dueAt: Instant, zone: string): RemovalClock {
  const [from, to] = [readableInstant(receivedAt, zone), readableInstant(dueAt, zone)]
  const zones = [from, to].map((moment) => moment.split(' ').at(-1))
  return {
    sentence: `Gone by ${to}: ${REMOVAL_HOURS} hours after the demand was received.`,
    steps: [
      `The demand was received on ${from}. The hours run from that moment.`,
      `${REMOVAL_HOURS} hours are counted one by one: nights, weekends, holidays and closures count, and no day is skipped.`,
      ...(zones[0] === zones[1]
        ? []
        : [`The clocks change in between, from ${zones[0]} to ${zones[1]}: that moves the time of day, and no hour.`]),
      'What counts is when the copy is gone, not when the removal was ordered.',
    ],
  }
}
