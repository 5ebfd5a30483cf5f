// Tumblr: the export of a blog as XML, as pages, or both, its messages, and the account's own data (docs/formats/tumblr.md).
import { definePlatform } from '../../kit/define.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import { markupReader } from '../../kit/markup-reader.ts'
import { wholeReader } from '../../kit/whole-reader.ts'
import { aboutTumblr } from './about.ts'
import { accountOutcomes } from './account.ts'
import { claimFile } from './claim.ts'
import { jsonPost } from './json-post.ts'
import { messageOutcome } from './message.ts'
import { conversationPage, postPage } from './page.ts'
import { postOutcomes } from './post.ts'
import { tumblrState } from './prepare.ts'
import type { TumblrState } from './state.ts'
import { withTotal } from './total.ts'

export default definePlatform<TumblrState>({
  name: 'tumblr',
  parser: 'tumblr 1',
  title: 'Tumblr',
  texts: { how: 'lines' },
  neverExported: [
    'Tumblr does not export likes, replies and notes of others, nor what others added when they passed a post on.',
    'Messages name their senders by number only.',
    'Earlier wordings and deleted posts are not in the export.',
    'The account’s own data (payload) holds no posts: the blog’s export must be asked for as well.',
  ],
  claim: claimFile,
  about: aboutTumblr,
  prepare: tumblrState,
  readers: {
    posts: withTotal(markupReader({ xml: true, isItem: ({ name }) => name === 'post', make: postOutcomes })),
    pages: wholeReader({ make: postPage }),
    messages: markupReader({ xml: true, isItem: ({ name }) => name === 'message', make: messageOutcome }),
    'conversation pages': wholeReader({ make: conversationPage }),
    'posts json': jsonReader({
      lists: (path) => /^(?:posts|liked_posts)$/.test(path.at(-1) ?? '') && path.length <= 2,
      make: (value, { path }, reading) => jsonPost(value, path.at(-1) === 'liked_posts', reading),
    }),
    'post json': jsonReader({ make: (value, _place, reading) => jsonPost(value, false, reading) }),
    account: jsonReader({ make: (value, _place, reading) => accountOutcomes(value, reading) }),
  },
})
