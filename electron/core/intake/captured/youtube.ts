// YouTube, captured: videos, playlists and comments as its data interface gives them, with the numbers of Takeout (docs/formats/youtube.md).
import type { Outcome } from '../draft.ts'
import type { Said } from '../kit/draft.ts'
import { CONTEXT, hidden, jsonAnswers, told } from '../kit/json-answer.ts'
import { writtenTime } from '../kit/time.ts'
import { countOf, idOf, isObject, type JsonObject, lookUp, objectsOf, textOf } from '../kit/value.ts'
import { kindOf, videoOf } from '../platforms/youtube/resource.ts'
import { watchAddress } from '../platforms/youtube/segments.ts'
import { videoSaid } from '../platforms/youtube/video.ts'

const HELD: Readonly<Record<string, string>> = {
  heldForReview: 'Held for review: shown to the channel alone.',
  likelySpam: 'Taken for spam: shown to the channel alone.',
  rejected: 'Rejected by the channel: shown to nobody.',
}

export default jsonAnswers({
  name: 'youtube',
  lists: (path) => path.length === 1 && path[0] === 'items',
  make: (value, { url }) => resource(value, new URL(url).searchParams.get('moderationStatus') ?? ''),
  rest: () => CONTEXT,
})

function resource(value: JsonObject, asked: string): Outcome | readonly Outcome[] {
  switch (kindOf(value)) {
    case 'video':
      return told(videoSaid(videoOf(value)))
    case 'commentThread': {
      const { snippet, replies } = value
      const top = isObject(snippet) && isObject(snippet.topLevelComment) ? snippet.topLevelComment : {}
      const answers = isObject(replies) ? objectsOf(replies.comments) : []
      const video = isObject(snippet) ? textOf(snippet.videoId) : ''
      return [commentOutcome(top, video, asked), ...answers.map((one) => commentOutcome(one, video, asked))]
    }
    case 'comment':
      return commentOutcome(value, '', asked)
    default:
      return CONTEXT
  }
}

/** @param asked the standing that was asked for: the answer to it does not say it again */
function commentOutcome(comment: JsonObject, thread: string, asked: string): Outcome {
  const snippet = isObject(comment.snippet) ? comment.snippet : {}
  const text = textOf(snippet.textOriginal) || textOf(snippet.textDisplay)
  const video = textOf(snippet.videoId) || thread
  const parent = textOf(snippet.parentId)
  const channel = isObject(snippet.authorChannelId) ? textOf(snippet.authorChannelId.value) : ''
  const likes = countOf(snippet.likeCount)
  const [written, updated] = [textOf(snippet.publishedAt), textOf(snippet.updatedAt)]
  const said: Said = {
    kind: 'comment',
    id: idOf(comment.id),
    key: video,
    time: writtenTime(written, 'UTC'),
    author: textOf(snippet.authorDisplayName) || channel,
    conversation: video || null,
    parent: parent || video || null,
    text,
    links: video === '' ? [] : [{ shown: video, target: watchAddress(video) }],
    details: { video, channel, edited: updated === written ? '' : updated },
    content: { text, video, parent },
    measures: likes === null ? [] : [['likes', likes]],
  }
  const held = lookUp(HELD, textOf(snippet.moderationStatus) || asked)
  return held === undefined ? told(said) : hidden(said, held)
}
