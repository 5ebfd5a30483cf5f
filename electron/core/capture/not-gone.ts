// Owns what becomes of an item that a whole capture has no longer, where that is by its platform's nature and nobody took it away.
import { z } from 'zod'
import type { Capture } from '../../../shared/domain/capture/capture.ts'
import type { ItemChange } from '../../../shared/domain/capture/comparison.ts'
import type { SeenItem } from '../vault/repository/capture/capture-items.ts'

/** Stories leave by themselves after so long, ms. */
const STORY_LASTS = 86_400_000

/** The chain of an edited post, as its captures have it or as its exports do (docs/formats/x.md). */
const Chain = z.union([z.array(z.string()), z.object({ ids: z.array(z.string()) }).transform(({ ids }) => ids)])

/**
 * Numbers that later wordings took the place of: on X each edit is a post of its own, and the one before it is shown no longer.
 * @param items what the later capture has
 */
export function supersededIn({ way }: Capture, items: Iterable<SeenItem>): ReadonlySet<string> {
  const numbers = new Set<string>()
  if (way !== 'api/x') return numbers
  for (const { nativeId, edits } of items) {
    const chain = edits === null ? [] : (Chain.safeParse(JSON.parse(edits)).data ?? [])
    for (const id of chain.slice(0, Math.max(0, chain.indexOf(nativeId)))) numbers.add(id)
  }
  return numbers
}

/** What an item is, in place of gone. @param superseded from `supersededIn` */
export function unlessGone(item: SeenItem, later: Capture, superseded: ReadonlySet<string>): ItemChange {
  if (superseded.has(item.nativeId)) return 'changed'
  const over = item.at === null || item.at + STORY_LASTS <= (later.endedAt ?? later.startedAt)
  return item.kind === 'story' && over ? 'outOfRange' : 'gone'
}
