// Owns the words of comments and posts: Takeout writes them as pieces, in two shapes.
import type { Link } from '../../../../../shared/domain/record/record.ts'
import { isObject, type JsonObject, objectsOf, textOf } from '../../kit/value.ts'

export interface Words {
  readonly text: string
  readonly links: readonly Link[]
}

/** `{"takeoutSegments":[…]}`, objects one after another without brackets, or plain words. */
export function wordsOf(raw: string): Words {
  const pieces = piecesOf(raw)
  if (pieces === null) return { text: raw, links: [] }
  return { text: pieces.map(shown).join(''), links: pieces.flatMap(linkIn) }
}

function piecesOf(raw: string): readonly JsonObject[] | null {
  if (!/^\s*[[{]/.test(raw)) return null
  try {
    const parsed: unknown = JSON.parse(raw.trimStart().startsWith('[') ? raw : `[${raw}]`)
    const list = objectsOf(parsed)
    const [first] = list
    const pieces = Array.isArray(first?.takeoutSegments) ? objectsOf(first.takeoutSegments) : list
    return pieces.some((piece) => 'text' in piece) ? pieces : null
  } catch {
    return null
  }
}

/** A picture among letters has no words where it is the channel's own. */
function shown(piece: JsonObject): string {
  const text = textOf(piece.text)
  if (text !== '' || !isObject(piece.emoji)) return text
  return textOf(piece.emoji.shortcode) || textOf(piece.emoji.emojiId)
}

function linkIn(piece: JsonObject): readonly Link[] {
  const [link, video, mention] = [piece.link, piece.videoLink, piece.mention]
  const text = textOf(piece.text)
  if (isObject(link) && textOf(link.linkUrl) !== '') return [{ shown: text, target: textOf(link.linkUrl) }]
  if (isObject(video) && textOf(video.externalVideoId) !== '') {
    return [{ shown: text, target: watchAddress(textOf(video.externalVideoId)) }]
  }
  if (!isObject(mention)) return []
  const channel = textOf(mention.externalChannelId) || textOf(mention.channelId)
  return channel === '' ? [] : [{ shown: text, target: channelAddress(channel) }]
}

/** Where a video is watched. */
export function watchAddress(video: string): string {
  return `https://www.youtube.com/watch?v=${video}`
}

/** Where a channel is seen. */
export function channelAddress(channel: string): string {
  return `https://www.youtube.com/channel/${channel}`
}
