// Reddit: the export of a member, CSV files (docs/formats/reddit.md).
import type { Outcome } from '../../draft.ts'
import { csvReader } from '../../kit/csv-reader.ts'
import { definePlatform } from '../../kit/define.ts'
import type { Row } from '../../kit/row.ts'
import { claimFile, isStatistics } from './claim.ts'
import { announcementOutcome, awardOutcome, pollVoteOutcome, scheduledOutcome } from './other-rows.ts'
import {
  chatOutcome,
  commentOutcome,
  draftOutcome,
  mailOutcome,
  postOutcome,
  savedOutcome,
  voteOutcome,
} from './rows.ts'

const MAKERS: Readonly<Record<string, (row: Row, owner: string) => Outcome>> = {
  posts: postOutcome,
  comments: commentOutcome,
  messages: mailOutcome,
  chat: chatOutcome,
  votes: voteOutcome,
  saved: savedOutcome,
  drafts: draftOutcome,
  'scheduled-posts': scheduledOutcome,
  announcements: announcementOutcome,
  'poll-votes': pollVoteOutcome,
  'awards-given': awardOutcome,
  'awards-received': awardOutcome,
}

export default definePlatform<null>({
  name: 'reddit',
  parser: 'reddit 2',
  title: 'Reddit',
  texts: { how: 'lines' },
  neverExported: ['Reddit does not export what was deleted, what others wrote in answer, or pictures and films.'],
  itemAt: ({ hostname, pathname }) => {
    if (!/(?:^|\.)reddit\.com$/.test(hostname)) return null
    const [, post, comment] = /\/comments\/(\w+)(?:\/[^/]*\/(\w+))?/.exec(pathname) ?? []
    if (comment !== undefined) return { id: `t1_${comment}`, kinds: ['comment', 'reply'] }
    return post === undefined ? null : { id: `t3_${post}`, kinds: ['post'] }
  },
  claim: claimFile,
  about: async ({ peeks, tree }) => {
    const rows = peeks.flatMap(({ rows: found }) => (isStatistics(found[0]) ? found : []))
    const name = rows.find(([key]) => key === 'account name')?.[1] ?? null
    const generatedAt = tree.set.parts.map((part) => madeAt(part.name)).find((at) => at !== null) ?? null
    return { layout: 'csv', ownerHandle: name, ownerNativeId: null, ownerName: null, generatedAt }
  },
  prepare: async () => null,
  readers: Object.fromEntries(
    Object.entries(MAKERS).map(([type, make]) => [
      type,
      csvReader<null>({ make: (row, _place, { about }) => make(row, about.ownerHandle ?? '') }),
    ]),
  ),
})

/** `export_alderbay_20240305.zip`: the day only. */
function madeAt(name: string): number | null {
  const parts = /^export_.+_(\d{4})(\d\d)(\d\d)\b/.exec(name)
  if (parts === null) return null
  const at = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
  return Number.isFinite(at) ? at : null
}
