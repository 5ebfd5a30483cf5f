// Bluesky: the repository of an account, a CAR file (docs/formats/bluesky.md).
import { definePlatform } from '../../kit/define.ts'
import { looksLikeMedia } from '../../kit/media-finder.ts'
import type { Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { aboutRepos, blueskyState } from './about.ts'
import { carRoots } from './car.ts'
import { type BlueskyState, carReader } from './reader.ts'
import { isDidDocument } from './signature.ts'

/** A blob is named by its digest. */
const BLOB = /(?:^|[/_-])bafk[a-z2-7]{50,}(?:\.\w+)?$/

export default definePlatform<BlueskyState>({
  name: 'bluesky',
  parser: 'bluesky 1',
  title: 'Bluesky',
  texts: { how: 'raw' },
  neverExported: [
    'A repository holds no pictures or films, only their digests; they are downloaded apart.',
    'It holds no direct messages, nothing that was deleted, no earlier wordings, and nothing by others: neither their answers nor who liked a post.',
    'Times are those that the account’s program wrote; the time of a record’s key is kept beside them.',
  ],
  claim: claimFile,
  about: aboutRepos,
  prepare: blueskyState,
  isMedia: (name) => looksLikeMedia(name) || BLOB.test(name),
  readers: { repository: carReader },
})

function claimFile({ form, head, json }: Peek): Claim | null {
  if (form === 'json' && isDidDocument(json)) {
    const note = 'The account’s DID document: its name and the key of its signature.'
    return { type: 'did document', weight: 0.3, use: 'unread', note, group: 'settings' }
  }
  if (form !== 'binary' || carRoots(head) === null) return null
  const own = /app\.bsky\.|did:(?:plc|web):/.test(head.toString('latin1'))
  return { type: 'repository', weight: own ? 0.97 : 0.4 }
}
