// Vimeo: answers of its interface, captions, files by number, and whatever of an account export names itself plainly (docs/formats/vimeo.md).

import type { Outcome } from '../../draft.ts'
import { transcriptReader } from '../../feed/beside.ts'
import { fieldsOf } from '../../hosted/fields.ts'
import { type HostHabits, rowOutcome } from '../../hosted/row.ts'
import { holdsOf } from '../../hosted/table.ts'
import { csvReader } from '../../kit/csv-reader.ts'
import { definePlatform } from '../../kit/define.ts'
import { failed, passedOver } from '../../kit/draft.ts'
import { jsonLinesReader } from '../../kit/json-lines-reader.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import type { Reading } from '../../kit/spec.ts'
import { isObject, type JsonObject } from '../../kit/value.ts'
import { vimeoAbout } from './about.ts'
import { claimFile, isRecordList } from './claim.ts'
import { type Context, contextOf, NOWHERE } from './context.ts'
import { bare, commentIn, kindOf, videoIn } from './kinds.ts'
import { collectionOutcome, commentOutcomes, likedByOutcome, listIn, profileOutcome, textTrackOutcome } from './rest.ts'
import { filesOf, type VimeoState, vimeoState } from './state.ts'
import { markOutcome, videoNumber, videoOutcome } from './video.ts'

type Own = Reading<VimeoState>

const habits = ({ state, media, file }: Own): HostHabits => ({
  item: 'video',
  numberIn: (text, what) => (what === 'item' ? videoIn(text) : commentIn(text)),
  filesOf: (number, named) =>
    filesOf({ number, sidecar: file.type === 'items object' ? file.name : '', named: [named] }, state, media),
})

/** An object with everything in it that is a record. @param alone whether the file speaks of it alone */
function objectOutcomes(element: unknown, context: Context, alone: boolean, reading: Own): readonly Outcome[] {
  if (!isObject(element)) return [failed('not-an-object', 'is not an object, as a record of Vimeo must be')]
  const value = bare(element)
  const kind = kindOf(value)
  switch (kind) {
    case 'video':
      return videoOutcomes(value, context, alone, reading)
    case 'comment':
      return commentOutcomes(value, context)
    case 'text-track':
      return [textTrackOutcome(value, context)]
    case 'user':
      return context.video !== null && context.path.endsWith('/likes')
        ? [likedByOutcome(value, context.video)]
        : [profileOutcome(value)]
    case null: {
      const holds = holdsOf(reading.file.type)
      return holds === null
        ? [passedOver('An object of a kind that is not known here.')]
        : [rowOutcome(fieldsOf(Object.entries(value)), holds, habits(reading))]
    }
    default:
      return [collectionOutcome(value, kind)]
  }
}

/** A video with the comments and captions that stand in it; in a list of marks, the mark alone. */
function videoOutcomes(value: JsonObject, context: Context, alone: boolean, reading: Own): readonly Outcome[] {
  const owner = reading.about.ownerName ?? ''
  if (/\/likes$/.test(context.path)) return [markOutcome(value, 'like', owner)]
  if (/\/watchlater$/.test(context.path)) return [markOutcome(value, 'bookmark', owner)]
  const inside: Context = { ...NOWHERE, video: videoNumber(value) }
  return [
    videoOutcome(value, context, alone ? reading.file.name : '', reading),
    ...listIn(value.comments).flatMap((one) => commentOutcomes(one, inside)),
    ...[...listIn(value.texttracks), ...listIn(value.text_tracks)].map((one) => textTrackOutcome(one, inside)),
  ]
}

const list = jsonReader<VimeoState>({
  lists: isRecordList,
  envelope: true,
  make: (value, { envelope, path }, reading) =>
    objectOutcomes(value, contextOf(within(envelope, path)), false, reading),
  // An account may stand around its lists.
  rest: (envelope) =>
    isObject(envelope)
      ? Object.values(envelope).flatMap((one) => (isObject(one) && kindOf(one) === 'user' ? [profileOutcome(one)] : []))
      : [],
})

/** What stands right around a list. */
function within(envelope: unknown, path: readonly string[]): unknown {
  const [first = ''] = path
  return path.length === 2 && isObject(envelope) ? envelope[first] : envelope
}

const object = jsonReader<VimeoState>({
  make: (value, _place, reading) => objectOutcomes(value, NOWHERE, true, reading),
})

const table = csvReader<VimeoState>({
  make: ({ header, cells }, _place, reading) =>
    rowOutcome(
      fieldsOf(header.map((name, place) => [name, cells[place] ?? ''])),
      holdsOf(reading.file.type) ?? 'items',
      habits(reading),
    ),
})

const TABLES = ['items', 'comments', 'messages', 'likes'] as const

export default definePlatform<VimeoState>({
  name: 'vimeo',
  parser: 'vimeo 1',
  title: 'Vimeo',
  texts: { how: 'lines', composed: ['file'] },
  neverExported: [
    'What Vimeo hands an account’s owner who asks for personal data is not documented, and no such export was seen when this was made: compare what was read with the files.',
    'Answers of Vimeo’s interface hold videos and comments as they stood on that day; deleted ones and earlier wordings are not in them.',
    'Films are not in the answers: those that lie beside are kept with their videos where their names carry the video’s number or the name of its file.',
  ],
  claim: claimFile,
  about: vimeoAbout,
  prepare: async (survey, _claims, signal) => vimeoState(survey, signal),
  readers: {
    object,
    lines: jsonLinesReader({ make: (value, _place, reading) => objectOutcomes(value, NOWHERE, false, reading) }),
    list,
    'text track': transcriptReader(({ captions }) => captions),
    ...Object.fromEntries(
      TABLES.flatMap((holds) => [
        [`${holds} csv`, table],
        [`${holds} json`, list],
        [`${holds} object`, object],
      ]),
    ),
  },
})
