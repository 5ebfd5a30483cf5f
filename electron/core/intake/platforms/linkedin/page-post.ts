// Owns posts of a company's Page: they are in no member's export, only in the table of figures that LinkedIn gives a Page's administrators (saved as CSV).
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Row } from '../../kit/row.ts'
import { linkedinTime } from './when.ts'

const COUNTS = ['Impressions', 'Views', 'Offsite Views', 'Clicks', 'Likes', 'Comments', 'Reposts', 'Follows']
const KNOWN = [
  'Post title',
  'Post link',
  'Post type',
  'Posted by',
  'Created date',
  'Audience',
  'Content Type',
  'Campaign name',
  'Click through rate (CTR)',
  'Engagement rate',
  ...COUNTS,
]

/** A row of a Page's posts. “Title” is what the post says. @param dayFirst how the file writes dates */
export function pagePostOutcome(row: Row, dayFirst: boolean): Outcome {
  const [text, address] = [row.get('post title'), row.get('post link')]
  if (text === '' && address === '') return failed('post-empty', 'has neither words nor an address, as a post must')
  const others = row.rest(...KNOWN)
  return record({
    kind: 'post',
    id: address || null,
    time: linkedinTime(row.get('created date'), dayFirst),
    author: row.get('posted by'),
    text,
    links: address === '' ? [] : [{ shown: address, target: address }],
    details: {
      type: row.get('post type'),
      contentType: row.get('content type'),
      audience: row.get('audience'),
      campaign: row.get('campaign name'),
      other: Object.keys(others).length === 0 ? undefined : others,
    },
    content: { text, type: row.get('post type') },
    measures: COUNTS.flatMap((name) => {
      const count = row.get(name).replace(/[,\s]/g, '')
      return /^\d+$/.test(count) ? [[name, Number(count)] as const] : []
    }),
  })
}
