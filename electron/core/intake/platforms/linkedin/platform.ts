// LinkedIn: the export of a member, CSV files at its root (docs/formats/linkedin.md).

import { csvReader } from '../../kit/csv-reader.ts'
import { definePlatform } from '../../kit/define.ts'
import { headerKeys, type Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { commentOutcome, invitationOutcome, messageOutcome, reactionOutcome, shareOutcome } from './rows.ts'

const SHARES = ['date', 'sharelink', 'sharecommentary']
const MESSAGES = ['conversation id', 'from', 'date', 'content']
const COMMENTS = ['date', 'link', 'message']
const REACTIONS = ['date', 'type', 'link']
const INVITATIONS = ['from', 'to', 'sent at', 'direction']

const isHeader = (wanted: readonly string[]) => (cells: readonly string[]) => {
  const keys = headerKeys(cells)
  return wanted.every((one) => keys.includes(one))
}

export default definePlatform<null>({
  name: 'linkedin',
  parser: 'linkedin 1',
  title: 'LinkedIn',
  neverExported: [
    'LinkedIn does not export what a company Page published, nor what others wrote on a member’s posts.',
    'Pictures and films are not in the export, only their addresses.',
  ],
  // An export's number of a post is its address, with the colons of its name encoded.
  itemAt: ({ hostname, pathname }) => {
    const name =
      /(?:^|\.)linkedin\.com$/.test(hostname) &&
      /\/feed\/update\/(urn(?::|%3A)li(?::|%3A)\w+(?::|%3A)\d+)/i.exec(pathname)?.[1]
    if (!name) return null
    const address = `https://www.linkedin.com/feed/update/${encodeURIComponent(decodeURIComponent(name))}`
    return { id: address, kinds: ['post', 'repost'] }
  },
  claim: claimFile,
  about: async ({ peeks }) => {
    const profile = peeks.find(({ rows: [first] }) =>
      headerKeys(first).join().startsWith('first name,last name,maiden name'),
    )
    const [first = '', last = ''] = profile?.rows[1] ?? []
    const name = `${first} ${last}`.trim()
    return { layout: 'csv', ownerHandle: null, ownerNativeId: null, ownerName: name || null, generatedAt: null }
  },
  prepare: async () => null,
  readers: {
    shares: csvReader({
      isHeader: isHeader(SHARES),
      make: (row, _place, { about }) => shareOutcome(row, about.ownerName ?? ''),
    }),
    messages: csvReader({ isHeader: isHeader(MESSAGES), make: (row) => messageOutcome(row) }),
    comments: csvReader({
      isHeader: isHeader(COMMENTS),
      make: (row, _place, { about }) => commentOutcome(row, about.ownerName ?? ''),
    }),
    reactions: csvReader({
      isHeader: isHeader(REACTIONS),
      make: (row, _place, { about }) => reactionOutcome(row, about.ownerName ?? ''),
    }),
    invitations: csvReader({ isHeader: isHeader(INVITATIONS), make: (row) => invitationOutcome(row) }),
  },
})

function claimFile({ rows }: Peek): Claim | null {
  const found = (wanted: readonly string[]) => rows.some(isHeader(wanted))
  if (found(SHARES)) return { type: 'shares', weight: 0.9 }
  if (found(MESSAGES)) return { type: 'messages', weight: 0.85 }
  if (found(COMMENTS) && headerKeys(rows[0]).length <= 4) return { type: 'comments', weight: 0.5 }
  if (found(REACTIONS) && headerKeys(rows[0]).length <= 4) return { type: 'reactions', weight: 0.5 }
  if (found(INVITATIONS)) return { type: 'invitations', weight: 0.8 }
  if (found(['first name', 'last name', 'connected on']))
    return unread('connections', 'Contacts of the member.', 'contacts')
  if (found(['first name', 'last name', 'maiden name']))
    return unread('profile', 'Whose account it is. The name stands in this report.', 'settings')
  return null
}

function unread(type: string, note: string, group: NonNullable<Claim['group']>): Claim {
  return { type, weight: 0.75, use: 'unread', note, group }
}
