// The notes below a record: for each number in “[redacted 1]” the ground, and what was taken out, neutrally (OMC 2.20.240).
import type { PrintedGround } from '../review/frozen.ts'
import type { Told } from './released.ts'
import { groundRows } from './withholding-log.ts'

/** Number and words of each note, in the order of the numbers; none where nothing is kept back. */
export function notesOf(
  decision: Told['decision'],
  grounds: readonly PrintedGround[],
): (readonly [number: string, text: string])[] {
  if (decision === null) return []
  const cited = new Map(groundRows(grounds).map(({ key, citation }) => [key, citation]))
  return decision.log
    .toSorted((a, b) => a.key - b.key)
    .map(({ key, describes, places }) => {
      const where = places > 1 ? ` (${places} places)` : ''
      const what = describes === '' ? '' : `: ${describes}`
      return [String(key), `${cited.get(key) ?? ''}${what}${where}.`] as const
    })
}
