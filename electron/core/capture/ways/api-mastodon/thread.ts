// Owns knowing whether a server gave all answers below a status: Mastodon bounds them, and says nowhere that it did.
// https://docs.joinmastodon.org/methods/statuses/#context
import { z } from 'zod'

/** Answers at most, and how far down at most, as the server bounds them for those who show no token; with one 4,096, and no depth. */
const MOST = { unknown: 60, known: 4096 } as const
const DEEPEST = 19

export const Answered = z.array(
  z
    .object({
      id: z.string(),
      in_reply_to_id: z.string().nullable().default(null),
      replies_count: z.number().default(0),
    })
    .loose(),
)

/**
 * Why the answers below a status may not be all; null where they are.
 * @param status its number @param replies how many direct answers the server counts @param known whether a token was shown
 */
export function cutOf(
  status: string,
  replies: number,
  answers: z.output<typeof Answered>,
  known: boolean,
): string | null {
  const most = known ? MOST.known : MOST.unknown
  const below = Map.groupBy(answers, ({ in_reply_to_id: above }) => above ?? status)
  const kept = (id: string, count: number) => Math.max(0, count - (below.get(id)?.length ?? 0))
  // The server takes its bound first, and leaves out what it does not show thereafter.
  const unseen = answers.reduce((sum, { id, replies_count: count }) => sum + kept(id, count), kept(status, replies))
  if (answers.length + unseen >= most)
    return `The server gives no more than ${most} answers below one post, and status ${status} may have more.`
  return !known && depthBelow(status, below) >= DEEPEST
    ? `The server gives answers to answers no deeper than ${DEEPEST}, and status ${status} may have deeper ones.`
    : null
}

function depthBelow(status: string, below: ReadonlyMap<string, z.output<typeof Answered>>): number {
  const seen = new Set([status])
  let level = [status]
  for (let depth = 0; ; depth++) {
    level = level.flatMap((id) => (below.get(id) ?? []).flatMap((one) => (seen.has(one.id) ? [] : [one.id])))
    if (level.length === 0) return depth
    for (const id of level) seen.add(id)
  }
}
