// LinkedIn: the export of a member, CSV files at its root and articles as pages; and the figures of a company's Page (docs/formats/linkedin.md).
import type { Outcome } from '../../draft.ts'
import { csvReader } from '../../kit/csv-reader.ts'
import { definePlatform } from '../../kit/define.ts'
import type { Peek, Survey } from '../../kit/peek.ts'
import type { Row } from '../../kit/row.ts'
import type { Claim, FileReader, Reading } from '../../kit/spec.ts'
import { wholeReader } from '../../kit/whole-reader.ts'
import { aboutOf, writesDayFirst } from './about.ts'
import { articleOutcome, isArticle } from './article.ts'
import {
  endorsementOutcome,
  eventOutcome,
  profileOutcome,
  recommendationOutcome,
  savedOutcome,
  uploadOutcome,
} from './other-rows.ts'
import { pagePostOutcome } from './page-post.ts'
import {
  commentOutcome,
  invitationOutcome,
  messageOutcome,
  reactionOutcome,
  repostOutcome,
  shareOutcome,
  voteOutcome,
} from './rows.ts'
import { claimTable, isHeaderOf } from './tables.ts'

interface LinkedinState {
  readonly dayFirst: boolean
}

type Make = (row: Row, owner: string, reading: Reading<LinkedinState>) => Outcome

const MAKERS: Readonly<Record<string, Make>> = {
  shares: (row, owner, { media }) => shareOutcome(row, owner, media),
  reposts: repostOutcome,
  messages: (row) => messageOutcome(row),
  comments: commentOutcome,
  reactions: reactionOutcome,
  votes: voteOutcome,
  invitations: (row, _owner, { state }) => invitationOutcome(row, state.dayFirst),
  recommendations: (row, owner, { file }) => recommendationOutcome(row, owner, file.name),
  endorsements: endorsementOutcome,
  events: (row) => eventOutcome(row),
  media: (row, owner, { media }) => uploadOutcome(row, owner, media),
  saved: savedOutcome,
  profile: (row) => profileOutcome(row),
  'page-posts': (row, _owner, { state }) => pagePostOutcome(row, state.dayFirst),
}

/** The header may stand below notes: it is looked for. */
const tableReader = (type: string, make: Make): FileReader<LinkedinState> =>
  csvReader({
    isHeader: isHeaderOf(type),
    make: (row, _place, reading) => make(row, reading.about.ownerName ?? '', reading),
  })

export default definePlatform<LinkedinState>({
  name: 'linkedin',
  parser: 'linkedin 2',
  title: 'LinkedIn',
  texts: { how: 'lines' },
  neverExported: [
    'LinkedIn does not export what a company Page published, nor what others wrote on a member’s posts.',
    'Pictures and films are not in the export, only their addresses, which expire.',
    'Who received a message is a list of names: a name with a comma in it cannot be told from two.',
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
  about: async (survey, claims) => aboutOf(survey, claims),
  prepare: async (_survey, claims) => ({ dayFirst: writesDayFirst(claims) }),
  readers: {
    ...Object.fromEntries(Object.entries(MAKERS).map(([type, make]) => [type, tableReader(type, make)])),
    articles: wholeReader({
      make: (bytes, { about, file }) => articleOutcome(bytes, about.ownerName ?? '', file.name),
    }),
  },
})

function claimFile(peek: Peek, survey: Survey): Claim | null {
  if (peek.form === 'html') return isArticle(peek, survey) ? { type: 'articles', weight: 0.3 } : null
  const claim = claimTable(peek.rows)
  return claim ?? (isList(peek) ? LIST : null)
}

const LIST: Claim = {
  type: 'list',
  weight: 0,
  use: 'unread',
  note: 'A list of one column, a part of the member’s profile.',
  group: 'settings',
}

/** Skills, causes, the summary: one column under a heading, beside LinkedIn's other tables. */
function isList({ form, text, name }: Peek): boolean {
  if ((form !== 'text' && form !== 'csv') || !/\.csv$/i.test(name)) return false
  return /^\ufeff?"?(?:name|profile summary|supported cause)"?\s*(?:\n|$)/i.test(text)
}
