// Owns how far back a feed reaches. A feed holds its newest items alone: what is older than its oldest is not gone, it is out of range.
import { Instant } from '../../../../../shared/domain/time.ts'
import type { FeedItem } from './outline.ts'

/**
 * What an item must be newer than for its absence to mean something; null where the feed holds everything.
 * @param whole whether the feed says that it holds everything, or was read to its last page
 */
export function reachOf(items: readonly FeedItem[], whole: boolean): Instant | null {
  // An empty feed shows nothing of what it showed: no number of newest items is none.
  if (whole || items.length === 0) return null
  const published = items.map((item) => item.published)
  const changed = items.map((item) => item.updated ?? item.published)
  const ends = [endOf(published), endOf(changed)].filter((end) => end !== null)
  // Feeds are ordered by either date. Where both orders fit, the nearer end is the sure one; where none does, nothing can be told to be gone.
  return Instant.parse(ends.length === 0 ? newest([...published, ...changed]) : Math.max(...ends))
}

/** The last moment that a clock of this kind can tell, ms. */
const LAST = 8_640_000_000_000_000

/** The oldest date of a list that runs from new to old; null where it does not, or where one has no date. */
function endOf(dates: readonly (number | null)[]): number | null {
  let before = Number.POSITIVE_INFINITY
  for (const date of dates) {
    if (date === null || date > before) return null
    before = date
  }
  return before
}

function newest(dates: readonly (number | null)[]): number {
  return dates.reduce<number>((latest, date) => Math.max(latest, date ?? LAST), Number.NEGATIVE_INFINITY)
}
