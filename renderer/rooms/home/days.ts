// Days until something, and when a hold is to be looked at again.

/** Whole days from one calendar day `YYYY-MM-DD` to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** For so many days after each year of a hold it is shown for review; no law sets a term (law.md §3.2), auditors ask yearly. */
const SHOWN = 30

/**
 * Whether a hold is to be reviewed: it stands for whole years, and the last one was full not more than 30 days ago.
 * @param placed and today as `YYYY-MM-DD`, in the City's zone
 */
export function isToReview(placed: string, today: string): boolean {
  const years = Number(today.slice(0, 4)) - Number(placed.slice(0, 4))
  return [years, years - 1].some((full) => {
    if (full < 1) return false
    // A 29 February has its year full on 1 March.
    const since = daysBetween(anniversary(placed, full), today)
    return since >= 0 && since < SHOWN
  })
}

function anniversary(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years)
  return new Date(Date.UTC(Number(year), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))))
    .toISOString()
    .slice(0, 10)
}
