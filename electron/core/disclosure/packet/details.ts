// What a platform tells of a record besides its text, as far as a reader of the packet should see it; all of it is in the native file.
import { z } from 'zod'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { grouped } from '../../../../shared/text/amount.ts'
import { authorInWords, authorName, kindWord } from '../../../../shared/text/names.ts'
import type { Told } from './released.ts'

const Text = z.string().min(1).optional().catch(undefined)

const Details = z.object({
  lang: Text,
  audience: Text,
  place: Text,
  replyToHandle: Text,
  conversationName: Text,
  recipients: z.array(z.string()).default([]).catch([]),
  reactions: z
    .array(z.object({ reactionKey: z.string(), senderId: z.string().optional() }))
    .default([])
    .catch([]),
  edits: z
    .object({ ids: z.array(z.string()) })
    .optional()
    .catch(undefined),
})
export type Details = z.infer<typeof Details>

/** The known details of a record's newest released version. */
export function detailsOf({ newest }: Told): Details {
  return Details.parse(newest.version.details)
}

/** What a record is, by whom and, of a message, to whom: `Direct message by account 1021400104 to @AlderBayCity`. */
export function headlineOf(released: Told): string {
  const { record, account, decision } = released
  if (decision?.outcome === 'withhold') return kindWord(record.kind)
  const by = authorInWords(record.author, account) || 'an unnamed author'
  const to = detailsOf(released).recipients.map((one) => authorInWords(one, account))
  return `${kindWord(record.kind)} by ${by}${to.length === 0 ? '' : ` to ${to.join(', ')}`}`
}

/** What is kept back of a record, by the numbers of the grounds; null where nothing is. */
export function keptBackInWords(decision: Told['decision']): string | null {
  if (decision === null || decision.log.length === 0) return null
  const keys = [...new Set(decision.log.map(({ key }) => key))].sort((a, b) => a - b)
  const grounds = `${keys.length === 1 ? 'ground' : 'grounds'} ${keys.join(', ')} of the withholding log`
  return decision.outcome === 'withhold' ? `Withheld in full: ${grounds}.` : `Redacted in part: ${grounds}.`
}

const ANSWERED: Readonly<Record<string, string>> = {
  like: 'Liked post',
  bookmark: 'Bookmarked post',
  repost: 'Repost of',
}

/** Label and value of each detail worth reading, in plain words. */
export function detailFacts(released: Told): (readonly [label: string, value: string])[] {
  const { record, parent, account } = released
  const { audience, place, replyToHandle, reactions, edits } = detailsOf(released)
  const facts: (readonly [string, string])[] = []
  if (record.parentNativeId !== null) {
    const post = record.parentNativeId === record.nativeId ? null : record.parentNativeId
    const by = replyToHandle === undefined ? '' : ` by ${authorName(replyToHandle, account)}`
    if (parent !== null) facts.push([ANSWERED[record.kind] ?? 'In reply to', `${parent}${by}`])
    else if (post !== null)
      facts.push([ANSWERED[record.kind] ?? 'In reply to', `post ${post}${by} (not in this packet)`])
  }
  if (edits !== undefined)
    facts.push(['Edit history', `one of ${edits.ids.length} posts that replace one another: ${edits.ids.join(', ')}`])
  if (audience !== undefined) facts.push(['Audience', audience])
  if (place !== undefined) facts.push(['Place', place])
  if (reactions.length > 0) {
    facts.push([
      'Reactions',
      reactions
        .map(
          ({ reactionKey, senderId }) => `${reactionKey}${senderId ? ` by ${authorInWords(senderId, account)}` : ''}`,
        )
        .join(', '),
    ])
  }
  return facts
}

/** What is counted is named in the plural. */
function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '')
}

/** What was counted, by the City's day on which an export saw it. */
export function countsInWords(measures: Told['measures'], zone: string): string {
  const byTime = Map.groupBy(measures, ({ seenAt }) => seenAt)
  return [...byTime]
    .sort(([one], [other]) => one - other)
    .map(
      ([at, seen]) =>
        `${seen.map(({ name, value }) => `${grouped(value)} ${value === 1 ? singular(name) : name}`).join(', ')} on ${readableDay(localDate(at, zone))}`,
    )
    .join('\n')
}
