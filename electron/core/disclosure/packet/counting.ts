// The counts of a packet: how many records answer the request, what became of them, and on what ground something is kept back.
import type { Counts } from '../../../../shared/packet/manifest.ts'
import type { FrozenReview } from '../review/frozen.ts'
import type { Told } from './released.ts'

/** Counts records as they pass by. Where nothing was reviewed every one is released. */
export function counting(review: FrozenReview | null): { add(told: Pick<Told, 'decision'>): void; counts(): Counts } {
  const counts = { responsive: 0, released: 0, redacted: 0, withheld: 0 }
  const byGround = new Map<number, number>()
  return {
    add: ({ decision }) => {
      counts.responsive += 1
      counts[COUNTER[decision?.outcome ?? 'release']] += 1
      for (const key of new Set(decision?.log.map((one) => one.key))) byGround.set(key, (byGround.get(key) ?? 0) + 1)
    },
    counts: () => ({
      ...counts,
      byGround: (review?.grounds ?? []).map(({ key, citation }) => ({
        ground: key,
        citation,
        records: byGround.get(key) ?? 0,
      })),
    }),
  }
}

const COUNTER = { release: 'released', redact: 'redacted', withhold: 'withheld' } as const
