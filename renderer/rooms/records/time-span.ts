// A span of bars: which there are, what was found in them, and the query that asks for them.
import type { TimeBar, Timeline } from '../../../shared/domain/record/facet.ts'

/** From one bar to another, either way round. */
export interface TimeSpan {
  readonly anchor: number
  readonly end: number
}

/** The bars of a span, oldest first. */
export function barsOf(timeline: Timeline, { anchor, end }: TimeSpan): readonly TimeBar[] {
  return timeline.bars.slice(Math.min(anchor, end), Math.max(anchor, end) + 1)
}

/** The query narrowed to a span; null where there is no such span. */
export function spanQuery(timeline: Timeline, span: TimeSpan): string | null {
  const bars = barsOf(timeline, span)
  const [first] = bars
  const last = bars.at(-1)
  if (first === undefined || last === undefined) return null
  const dates = first === last ? `on:${first.on}` : `after:${first.previous} before:${last.next}`
  return `${`${timeline.rest.trim()} ${dates}`.trim()} `
}

/** How many records a span holds. */
export function spanCount(timeline: Timeline, span: TimeSpan): number {
  return barsOf(timeline, span).reduce((sum, { count }) => sum + count, 0)
}
