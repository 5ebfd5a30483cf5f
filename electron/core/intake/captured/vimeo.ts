// Vimeo, captured: videos, comments and captions of the same interface that its export's reader reads (docs/formats/vimeo.md).

import type { Outcome } from '../draft.ts'
import { passedOver } from '../kit/draft.ts'
import { CONTEXT, jsonAnswers } from '../kit/json-answer.ts'
import type { MediaFinder } from '../kit/media-finder.ts'
import { type JsonObject, objectsOf, textOf } from '../kit/value.ts'
import { type Context, contextOf } from '../platforms/vimeo/context.ts'
import { bare, kindOf } from '../platforms/vimeo/kinds.ts'
import { collectionOutcome, commentOutcomes, profileOutcome, textTrackOutcome } from '../platforms/vimeo/rest.ts'
import { videoOutcome } from '../platforms/vimeo/video.ts'

/** An interface's answer lies beside no files. */
const NO_FILES = { files: new Map(), captions: new Map() }

export default jsonAnswers({
  name: 'vimeo',
  lists: (path) => path.length === 1 && path[0] === 'data',
  // The address says what the answer leaves out: whose comments these are.
  make: (value, { media, url }) => objectOutcomes(bare(value), contextOf({ uri: new URL(url).pathname }), media),
  rest: (value, { media }) => ('paging' in value ? CONTEXT : objectOutcomes(bare(value), contextOf({}), media)),
  shows: (value) => objectsOf(value.files).map(({ link }) => textOf(link)),
})

function objectOutcomes(value: JsonObject, context: Context, media: MediaFinder): Outcome | readonly Outcome[] {
  const kind = kindOf(value)
  switch (kind) {
    case 'video':
      return videoOutcome(value, context, '', { state: NO_FILES, media })
    case 'comment':
      return commentOutcomes(value, context)
    case 'text-track':
      return textTrackOutcome(value, context)
    case 'user':
      return profileOutcome(value)
    case null:
      return passedOver('An object of a kind that is not known here.')
    default:
      return collectionOutcome(value, kind)
  }
}
