// An export of a person's own account: three items are the public's business, everything else is private.
import type { Declaration } from '../../shared/domain/intake/produced.ts'
import { LocalDate } from '../../shared/domain/time.ts'
import { rawZip } from '../fixtures/zip/raw-zip.ts'

const day = (text: string) => LocalDate.parse(text)
const script = (type: string, value: unknown) => `window.YTD.${type}.part0 = ${JSON.stringify(value)}`
/** The whole of a post that the list of posts cuts short. */
export const LONG =
  'The council met for six hours on the budget and will meet again on Tuesday, said the Mayor to everybody.'

const tweet = (id: string, text: string, at: string, more: object = {}) => ({
  tweet: { id_str: id, full_text: text, created_at: at, entities: {}, favorite_count: '3', ...more },
})
const photo = (id: string) => ({
  extended_entities: {
    media: [
      { id_str: id, type: 'photo', media_url_https: `https://pbs.twimg.com/media/${id}.jpg`, url: 't', sizes: {} },
    ],
  },
})
const message = (id: string, text: string) => ({
  messageCreate: {
    id,
    senderId: '7',
    recipientId: '8',
    text,
    createdAt: '2024-04-02T16:00:00.000Z',
    mediaUrls: [],
    urls: [],
  },
})

/** Private words are all marked: Private-Axolotl, private-Okapi. */
export const personalFiles: Readonly<Record<string, string>> = {
  'Your archive.html': '<title>The Private-Axolotl archive</title>',
  'data/account.js': script('account', [
    { account: { email: 'private-Okapi@example.org', username: 'pat_at_home', accountId: '7', createdAt: '' } },
  ]),
  'data/tweets.js': script('tweets', [
    tweet('100', 'Dinner with Private-Axolotl.', 'Tue Mar 05 20:30:20 +0000 2024', photo('private')),
    tweet('101', 'Sewer works begin Monday.', 'Wed Mar 06 20:30:20 +0000 2024', photo('works')),
    tweet('102', `${LONG.slice(0, 60)}…`, 'Thu Mar 07 20:30:20 +0000 2024'),
  ]),
  'data/note-tweet.js': script('note_tweet', [
    { noteTweet: { noteTweetId: '9', createdAt: '2024-03-07T20:30:20.000Z', core: { text: LONG } } },
    {
      noteTweet: {
        noteTweetId: '10',
        createdAt: '2024-03-01T20:30:20.000Z',
        core: { text: 'A Private-Axolotl essay.' },
      },
    },
  ]),
  'data/direct-messages.js': script('direct_messages', [
    {
      dmConversation: {
        conversationId: '7-8',
        messages: [
          message('201', 'Bring the Private-Axolotl.'),
          message('202', 'The permit for 5th Street is signed.'),
        ],
      },
    },
  ]),
  'data/ip-audit.js': script('ip_audit', [{ ipAudit: { loginIp: '203.0.113.9-Private-Axolotl' } }]),
  'data/tweets_media/100-private.jpg': 'picture of the Private-Axolotl',
  'data/tweets_media/101-works.jpg': 'picture of the works',
}
/** The export as it is handed in. */
export const personalZip = rawZip(Object.entries(personalFiles).map(([name, data]) => ({ name, data, method: 8 })))

/** A declaration that lacks nothing. */
export const declaration: Declaration = {
  searchedBy: 'Pat Holder',
  searchedWhere: 'My X account @pat_at_home, on my own phone',
  soughtFor: 'Request 26-0007: all that concerns the sewer works',
  terms: 'sewer, permit, 5th Street, council; March and April 2024',
  searchedOn: day('2026-11-20'),
  notProduced: 'Two posts and a message to friends about dinners',
  signedBy: 'Pat Holder',
  signedOn: day('2026-11-21'),
  signedAt: 'Alder Bay, California',
  underPenalty: true,
}
