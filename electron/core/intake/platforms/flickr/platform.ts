// Flickr: the export of an account, one JSON file a picture and lists beside (docs/formats/flickr.md).
import { definePlatform } from '../../kit/define.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import type { FileReader } from '../../kit/spec.ts'
import { textOrNull } from '../../kit/value.ts'
import { claimFile, isProfile } from './claim.ts'
import { commentOutcome } from './comment.ts'
import { photoOutcomes } from './photo.ts'
import {
  albumOf,
  discussionOutcome,
  faveOutcome,
  mailOutcome,
  ofObject,
  profileOutcome,
  testimonialOf,
} from './rest.ts'
import { type FlickrState, flickrState } from './state.ts'

/** A list at the root, or the only one in an object. */
const inList = (make: ReturnType<typeof ofObject>): FileReader<FlickrState> =>
  jsonReader({ lists: (path) => path.length === 1, make: (value, _place, reading) => make(value, reading) })

const [given, received] = [ofObject(testimonialOf(true)), ofObject(testimonialOf(false))]

export default definePlatform<FlickrState>({
  name: 'flickr',
  parser: 'flickr 1',
  title: 'Flickr',
  texts: { how: 'lines' },
  neverExported: [
    'Flickr does not export who made a picture a favourite, and names most commenters by number only.',
    'Comments and letters that were deleted, and earlier wordings, are not in the export.',
    'Flickr writes times without a zone. Pictures come in parts of their own (data-download): add all parts to one import.',
  ],
  itemAt: ({ hostname, pathname }) => {
    const id = /(?:^|\.)flickr\.com$/.test(hostname) && /^\/photos\/[^/]+\/(\d+)/.exec(pathname)?.[1]
    return id ? { id, kinds: ['photo', 'video', 'post'] } : null
  },
  claim: claimFile,
  about: async ({ peeks }) => {
    const profile = peeks.map(({ json }) => json).find(isProfile)
    return {
      layout: 'json',
      ownerHandle: textOrNull(profile?.screen_name) ?? textOrNull(profile?.path_alias),
      ownerNativeId: textOrNull(profile?.nsid),
      ownerName: textOrNull(profile?.real_name),
      generatedAt: null,
    }
  },
  prepare: async (survey) => flickrState(survey),
  readers: {
    photos: jsonReader({ make: (value, _place, reading) => photoOutcomes(value, reading) }),
    profile: jsonReader({ make: (value, _place, reading) => ofObject(profileOutcome)(value, reading) }),
    albums: inList(ofObject(albumOf('album'))),
    galleries: inList(ofObject(albumOf('gallery'))),
    faves: inList(ofObject(faveOutcome)),
    comments: inList((value, reading) => commentOutcome(value, reading, null)),
    flickrmail: inList(ofObject(mailOutcome)),
    discussions: inList(ofObject(discussionOutcome)),
    testimonials: jsonReader({
      lists: (path) => path.length === 2 && path[0] === 'testimonials',
      make: (value, { path }, reading) => (path[1] === 'given' ? given : received)(value, reading),
    }),
  },
})
