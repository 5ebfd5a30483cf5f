// Owns posts as Instagram and Threads write them: `{media:[{uri, creation_timestamp, title …}], title?, creation_timestamp?}`, or one media object alone.
import type { Outcome } from '../draft.ts'
import { record } from '../kit/draft.ts'
import { secondsTime } from '../kit/time.ts'
import { isObject, type JsonObject, objectsOf, textOf } from '../kit/value.ts'
import { exifOf, mediaNames, metaMedia } from './media.ts'
import type { PostHint } from './post.ts'
import type { MetaReading } from './reading.ts'

/** A post, story, reel or picture; its words stand at the post where it has several media, at the medium where it has one. */
export function mediaPostOutcome(item: JsonObject, hint: PostHint, reading: MetaReading): Outcome {
  const own = isObject(item.media) ? [item.media] : objectsOf(item.media)
  const media = own.length === 0 && typeof item.uri === 'string' ? [item] : own
  const captions = unique(media.map(({ title }) => textOf(title)))
  const title = textOf(item.title)
  const text = title === '' ? captions.join('\n') : title
  const files = media.flatMap((one) => [one, ...objectsOf(one.media_variants), ...subtitlesOf(one)])
  const app = media.map((one) => one.text_app_post).find(isObject)
  return record({
    kind: app?.is_reply === true ? 'reply' : hint.kind,
    time: secondsTime(item.creation_timestamp ?? media[0]?.creation_timestamp ?? item.timestamp),
    author: reading.owner,
    state: hint.state ?? 'live',
    text,
    details: {
      captions: captions.filter((caption) => caption !== text),
      description: unique(media.map(({ description }) => textOf(description))).join('\n'),
      exif: media.map(exifOf).find((one) => one !== undefined),
      crossPostedFrom: unique(
        media.map(({ cross_post_source: from }) => (isObject(from) ? textOf(from.source_app) : '')),
      ),
      whoMayReply: textOf(app?.reply_control),
      ...hint.details,
    },
    content: { text, captions, media: mediaNames(media).filter((name) => name !== '') },
    media: metaMedia(files, reading.media),
  })
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '')
}

/** A film’s subtitles are a file of their own. */
function subtitlesOf({ media_metadata: metadata }: JsonObject): readonly JsonObject[] {
  const film = isObject(metadata) && isObject(metadata.video_metadata) ? metadata.video_metadata : {}
  return isObject(film.subtitles) ? [film.subtitles] : []
}
