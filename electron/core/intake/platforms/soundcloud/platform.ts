// SoundCloud: feeds, answers of its interface, and whatever of an account export names itself plainly (docs/formats/soundcloud.md).

import type { Outcome } from '../../draft.ts'
import { feedFindings, feedLayout, feedsIn } from '../../feed/claim.ts'
import { feedReader } from '../../feed/reader.ts'
import { fieldsOf } from '../../hosted/fields.ts'
import { type HostHabits, rowOutcome } from '../../hosted/row.ts'
import { holdsOf } from '../../hosted/table.ts'
import { csvReader } from '../../kit/csv-reader.ts'
import { definePlatform } from '../../kit/define.ts'
import { failed, passedOver } from '../../kit/draft.ts'
import { jsonLinesReader } from '../../kit/json-lines-reader.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import type { Reading } from '../../kit/spec.ts'
import { isObject, objectsOf, textOrNull } from '../../kit/value.ts'
import { claimFile, isRecordList } from './claim.ts'
import { kindOf, numberIn, numberOf } from './kinds.ts'
import { commentOutcome, markOutcome, profileOutcome } from './people.ts'
import { filesOf, type SoundCloudState, soundCloudState, trackContent } from './state.ts'
import { playlistOutcome, trackOutcome } from './track.ts'

type Own = Reading<SoundCloudState>

const habits = ({ state, media }: Own): HostHabits => ({
  item: 'episode',
  numberIn,
  filesOf: (id, named) => filesOf(id, named.replace(/\.\w+$/, ''), state, media),
})

/** An object with everything in it that is a record. */
function objectOutcomes(value: unknown, reading: Own): readonly Outcome[] {
  if (!isObject(value)) return [failed('not-an-object', 'is not an object, as a record of SoundCloud must be')]
  switch (kindOf(value)) {
    case 'track':
      return [
        trackOutcome(value, reading),
        ...objectsOf(value.comments).map((one) => commentOutcome(one, numberOf(value))),
      ]
    case 'comment':
      return [commentOutcome(value, null)]
    case 'playlist':
      return [playlistOutcome(value)]
    case 'like':
      return [markOutcome(value, 'like')]
    case 'repost':
      return [markOutcome(value, 'repost')]
    case 'user':
      return [profileOutcome(value)]
    default: {
      const holds = holdsOf(reading.file.type)
      return holds === null
        ? [passedOver('An object of a kind that is not known here.')]
        : [rowOutcome(fieldsOf(Object.entries(value)), holds, habits(reading))]
    }
  }
}

const list = jsonReader<SoundCloudState>({
  lists: isRecordList,
  make: (value, _place, reading) => objectOutcomes(value, reading),
  // An account may stand around its lists.
  rest: (envelope) =>
    isObject(envelope)
      ? Object.values(envelope).flatMap((one) => (isObject(one) && kindOf(one) === 'user' ? [profileOutcome(one)] : []))
      : [],
})

const object = jsonReader<SoundCloudState>({ make: (value, _place, reading) => objectOutcomes(value, reading) })

const table = csvReader<SoundCloudState>({
  make: ({ header, cells }, _place, reading) =>
    rowOutcome(
      fieldsOf(header.map((name, place) => [name, cells[place] ?? ''])),
      holdsOf(reading.file.type) ?? 'items',
      habits(reading),
    ),
})

const TABLES = ['items', 'comments', 'messages', 'likes'] as const

export default definePlatform<SoundCloudState>({
  name: 'soundcloud',
  parser: 'soundcloud 1',
  title: 'SoundCloud',
  texts: { how: 'lines' },
  neverExported: [
    'What SoundCloud hands an account’s owner who asks for personal data is not documented, and no such export was seen when this was made: compare what was read with the files.',
    'A feed holds public tracks only, and no comments; SoundCloud cuts long feeds into pages.',
    'Sounds are not in feeds and answers, only their addresses: those that lie beside are kept with their tracks.',
  ],
  claim: claimFile,
  about: async (survey) => {
    const feeds = feedsIn(survey, ({ isSoundCloud }) => isSoundCloud)
    const user = survey.peeks.map(({ json }) => json).find((json) => isObject(json) && kindOf(json) === 'user')
    const profile = isObject(user) ? user : null
    const [first] = feeds
    const handle = /soundcloud\.com\/([^/?#]+)/i.exec(first?.[1].firstPage ?? '')?.[1]
    return {
      ...(first === undefined ? { layout: 'api', generatedAt: null } : feedLayout(feeds)),
      ownerHandle: textOrNull(profile?.permalink) ?? handle ?? null,
      ownerNativeId: (profile === null ? null : numberOf(profile)) ?? numberIn(first?.[1].self ?? ''),
      ownerName: textOrNull(profile?.username) ?? (first?.[1].title || null),
      findings: feedFindings(feeds),
    }
  },
  prepare: async (survey) => soundCloudState(survey),
  readers: {
    feed: feedReader(({ state }) => ({
      idOf: (guid) => numberIn(guid) ?? guid,
      filesOf: (id) => state.files.get(id) ?? [],
      contentOf: trackContent,
      feedIdOf: (self) => /soundcloud:users:\d+/.exec(self)?.[0] ?? null,
    })),
    object,
    lines: jsonLinesReader({ make: (value, _place, reading) => objectOutcomes(value, reading) }),
    list,
    ...Object.fromEntries(
      TABLES.flatMap((holds) => [
        [`${holds} csv`, table],
        [`${holds} json`, list],
        [`${holds} object`, object],
      ]),
    ),
  },
})
