// The scale of the timeline: whole years, every day at its exact place.

export interface Scale {
  readonly from: number
  readonly to: number
  /** The years that bear a tick, at most a dozen. */
  readonly ticks: readonly number[]
  /** A day `YYYY-MM-DD` as a percentage of the width. */
  readonly at: (day: string) => number
}

/** The steps between ticks that people count in. */
const steps = [1, 2, 5, 10, 20, 25, 50, 100, 500]

/** A scale that holds all the days, from the beginning of the first year to the end of the last. */
export function scaleOf(days: readonly string[]): Scale {
  const years = days.map((day) => Number(day.slice(0, 4)))
  const from = Math.min(...years)
  const to = Math.max(...years) + 1
  const [start, end] = [Date.UTC(from, 0, 1), Date.UTC(to, 0, 1)]
  const step = steps.find((one) => (to - from) / one <= 12) ?? 1000
  return {
    from,
    to,
    ticks: Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step),
    at: (day) => (100 * (Date.parse(day) - start)) / (end - start),
  }
}
