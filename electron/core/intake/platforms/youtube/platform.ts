// YouTube: Google Takeout's tables of comments, live chats and videos (docs/formats/youtube.md).

import { csvReader } from '../../kit/csv-reader.ts'
import { definePlatform } from '../../kit/define.ts'
import type { Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { type Columns, columnsOf } from './columns.ts'
import { commentOutcome } from './comment.ts'
import { videoOutcome } from './video.ts'

export default definePlatform<null>({
  name: 'youtube',
  parser: 'youtube 1',
  title: 'YouTube',
  neverExported: [
    'YouTube does not export comments by others, earlier wordings of comments, or deleted videos.',
    'Films carry their title as a file name and no number.',
  ],
  itemAt: ({ hostname, searchParams }) => {
    const id = /(?:^|\.)youtube\.com$/.test(hostname) && searchParams.get('lc')
    return id ? { id, kinds: ['comment', 'reply'] } : null
  },
  claim: claimFile,
  about: async () => ({
    layout: 'takeout',
    ownerHandle: null,
    ownerNativeId: null,
    ownerName: null,
    generatedAt: null,
  }),
  prepare: async () => null,
  readers: {
    comments: csvReader({ make: (row) => commentOutcome(row, columnsOf(row.header, row.cells)) }),
    'live-chats': csvReader({ make: (row) => commentOutcome(row, columnsOf(row.header, row.cells)) }),
    bare: csvReader({ bare: true, make: (row) => commentOutcome(row, columnsOf([], row.cells)) }),
    videos: csvReader({ make: (row, _place, { media }) => videoOutcome(row, media) }),
  },
})

/** Columns are in the account's language: what they hold tells which they are. */
function claimFile({ rows, form }: Peek): Claim | null {
  if (form !== 'csv') return null
  const [header = [], first = []] = rows
  const columns: Columns = columnsOf(header, first)
  // A table of live chats may lack its header: then the first row is one of values.
  const values = columnsOf([], header)
  if (values.time >= 0 && values.channel >= 0) return { type: 'bare', weight: 0.8 }
  const plain = header.map((cell) => cell.trim().toLowerCase())
  if (plain.includes('comment id') && plain.includes('comment text')) return { type: 'comments', weight: 0.95 }
  if (plain.includes('live chat id')) return { type: 'live-chats', weight: 0.95 }
  if (plain.includes('video id') && plain.some((cell) => cell.startsWith('video title')))
    return { type: 'videos', weight: 0.9 }
  if (columns.text >= 0 && columns.channel >= 0 && columns.time >= 0) return { type: 'comments', weight: 0.85 }
  return null
}
