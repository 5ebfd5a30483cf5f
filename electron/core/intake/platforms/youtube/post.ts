// Owns community posts: Takeout's table of them, in any language, and lists in JSON. Few were ever seen (grade C of the format reference): what has no known meaning is kept as it stands.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import { type TimeFields, writtenTime } from '../../kit/time.ts'
import { isObject, lookUp, textOf } from '../../kit/value.ts'
import { watchAddress, wordsOf } from './segments.ts'
import { shapeOf } from './shapes.ts'
import { sampleOf } from './table.ts'
import { says } from './words.ts'

const PICTURE = /\.(?:jpe?g|png|gif|webp|heic|avif|bmp)$/i
/** An index at the end or in the middle of a heading: `Image name 1`, `Text der Antwortoption2fürUmfrage/Quiz`. */
const NUMBERED = /\d/

/** @param channel the account's own, where the export has one and the post names none */
export function postOutcome(
  header: readonly string[],
  cells: readonly string[],
  channel: string,
  media: MediaFinder,
): Outcome {
  const columns = header.flatMap((name, place) => {
    const cell = (cells[place] ?? '').trim()
    return cell === '' ? [] : [{ name: name.trim(), place, cell, shape: shapeOf(cell) }]
  })
  const { keys } = sampleOf([header])
  const named = (...names: readonly string[]) => columns.find(({ place }) => names.includes(keys[place] ?? ''))
  const id = named('post id') ?? columns.find(({ shape }) => shape === 'post') ?? columns[0]
  if (id === undefined) return failed('post-empty', 'says nothing')
  const rest = columns.filter((one) => one !== id)
  const pictures = rest.filter(({ cell }) => PICTURE.test(cell) && !cell.includes('\n'))
  const times = rest.filter(({ shape }) => shape === 'time')
  const author = named('channel id') ?? rest.find(({ shape }) => shape === 'channel')
  const video = named('video id') ?? rest.find(({ shape, name }) => shape === 'video' && says(name, 'video'))
  const plain = rest.filter((one) => one !== author && one !== video && !pictures.includes(one) && !times.includes(one))
  const options = plain.filter(({ name }) => NUMBERED.test(name) && says(name, 'text'))
  const text =
    named('post text') ??
    plain.find(({ shape }) => shape === 'segments') ??
    plain.find((one) => !options.includes(one) && says(one.name, 'text')) ??
    plain.find((one) => !options.includes(one) && one.shape === 'text' && /\s/.test(one.cell))
  const others = plain.filter((one) => one !== text && !options.includes(one))
  const words = wordsOf(text?.cell ?? '')
  const poll = options.filter((one) => one !== text).map(({ cell }) => cell)
  return draftOf({
    id: id.cell,
    time: writtenTime(times[0]?.cell ?? '', 'UTC'),
    edited: times[1]?.cell ?? '',
    channel: author?.cell ?? channel,
    words,
    poll,
    video: video?.cell ?? '',
    pictures: pictures.map(({ cell }) => cell),
    other: Object.fromEntries(others.map(({ name, cell }) => [name, cell])),
    media,
  })
}

/** A post in JSON, under whatever names. */
export function postOfObject(value: unknown, channel: string, media: MediaFinder): Outcome {
  if (!isObject(value)) return failed('post-malformed', 'is not an object, as a post must be')
  const entries = Object.entries(value).map(
    ([name, one]) => [name, typeof one === 'string' ? one : JSON.stringify(one)] as const,
  )
  return postOutcome(
    entries.map(([name]) => lookUp(POST_NAMES, name.toLowerCase()) ?? name),
    entries.map(([, one]) => textOf(one)),
    channel,
    media,
  )
}

const POST_NAMES: Readonly<Record<string, string>> = {
  id: 'post id',
  postid: 'post id',
  text: 'post text',
  posttext: 'post text',
  content: 'post text',
  channelid: 'channel id',
  videoid: 'video id',
}

interface Post {
  readonly id: string
  readonly time: TimeFields
  readonly edited: string
  readonly channel: string
  readonly words: ReturnType<typeof wordsOf>
  readonly poll: readonly string[]
  readonly video: string
  readonly pictures: readonly string[]
  readonly other: Readonly<Record<string, string>>
  readonly media: MediaFinder
}

function draftOf({ id, time, edited, channel, words, poll, video, pictures, other, media }: Post): Outcome {
  return record({
    kind: 'post',
    id,
    time,
    author: channel,
    text: [words.text, ...poll].filter((part) => part !== '').join('\n'),
    links: [
      { shown: id, target: `https://www.youtube.com/post/${id}` },
      ...words.links,
      ...(video === '' ? [] : [{ shown: video, target: watchAddress(video) }]),
    ],
    details: { edited, poll, video, other: Object.keys(other).length === 0 ? undefined : other },
    content: { text: words.text, poll, video, pictures },
    media: pictures.map((uri) => media.file({ uri })),
  })
}
