// Owns Snapchat's memories and shared stories. Memories are listed without the names of their files.
import type { Link } from '../../../../../shared/domain/record/record.ts'
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import { decodeEntities } from '../../kit/entities.ts'
import type { Reading } from '../../kit/spec.ts'
import { writtenTime } from '../../kit/time.ts'
import { isObject, textOf } from '../../kit/value.ts'
import type { Memory, SnapMedia } from './media-index.ts'

/** One element of `Saved Media`. */
export function memoryOutcome(value: unknown, reading: Reading<SnapMedia>): Outcome {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as a memory must be')
  const time = writtenTime(value.Date, 'UTC')
  const type = textOf(value['Media Type'])
  const film = /video/i.test(type)
  const address = textOf(value['Media Download Url']) || textOf(value['Download Link'])
  const ids = idsIn(address)
  const day = (time.atSource ?? '').slice(0, 10)
  const found = fileOf(reading.state.memories.get(day) ?? [], ids)
  const place = placeOf(textOf(value.Location))
  const name = found?.id ?? ids[0] ?? ''
  const kind = film ? 'video' : /image|photo/i.test(type) ? 'photo' : 'other'
  if (found === null)
    reading.odd(
      'memory-without-file',
      'Some memories are listed whose files are not in the export, or cannot be told from others of their day. Links to download them expire.',
    )
  return record({
    kind,
    key: ['memory', type, ids[0] ?? ''].filter((one) => one !== '').join(' '),
    time,
    author: reading.about.ownerHandle ?? '',
    text: '',
    media:
      found !== null
        ? found.names.map((uri) => reading.media.file({ uri }))
        : name === ''
          ? []
          : [reading.media.file({ uri: `${day}_${name}-main`, role: film ? 'video' : 'photo' })],
    content: { at: time.atSource, type, place, media: name },
    details: {
      type,
      place,
      overlay: (found?.names.length ?? 0) > 1 || undefined,
    },
  })
}

/** The memory that an address names. Which of a day's files another one is, nobody can tell: none is guessed. */
function fileOf(ofDay: readonly Memory[], ids: readonly string[]): Memory | null {
  return ofDay.find(({ id }) => ids.some((one) => one.toLowerCase() === id.toLowerCase())) ?? null
}

/** Ids among an address's parameters: `…?uid=…&sid=ID&mid=ID&…`. The account's own (`uid`) is none, nor is any signature. */
function idsIn(address: string): readonly string[] {
  return [...address.matchAll(/[?&](?:mid|sid)=([^&#]+)/g)].flatMap(([, id]) => (id === undefined ? [] : [id]))
}

/** `Latitude, Longitude: 48.2, 13.2`; 0.0, 0.0 is no place. */
function placeOf(words: string): { readonly latitude: string; readonly longitude: string } | null {
  const found = /(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(words)
  const [, latitude = '', longitude = ''] = found ?? []
  return found === null || (Number(latitude) === 0 && Number(longitude) === 0) ? null : { latitude, longitude }
}

/** One element of `Shared Story` or `Spotlight History`. */
export function storyOutcome(value: unknown, key: string, { about }: Reading<SnapMedia>): Outcome {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as a story must be')
  const address = textOf(value['Story URL'])
  const text = decodeEntities(textOf(value.Content) || textOf(value.Title), false)
  const id = textOf(value['Story Id']) || textOf(value['Story ID'])
  const time = writtenTime(value.Created ?? value['Story Date'] ?? value.Date, 'UTC')
  const links: readonly Link[] = /^https?:/.test(address) ? [{ shown: address, target: address }] : []
  return record({
    kind: 'story',
    id: id === '' ? null : id,
    key,
    time,
    author: about.ownerHandle ?? '',
    text,
    links,
    content: { id, text, at: time.atSource },
    details: { section: key },
  })
}
