// What the window does with words before it shows them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatBytes, formatSeconds } from '../../../renderer/locale/number.ts'
import { translator } from '../../../renderer/locale/t.ts'
import { formatDay, formatInstant } from '../../../renderer/locale/time.ts'
import { draftOf, firstDraft, interfaceOf, inWay, scopeOf, withKind } from '../../../renderer/rooms/captures/draft.ts'
import { kindWord, wayChoices } from '../../../renderer/rooms/captures/words.ts'
import { difference } from '../../../renderer/rooms/records/difference.ts'
import { prettyJson } from '../../../renderer/rooms/records/pretty.ts'
import { personIdFrom } from '../../../renderer/rooms/settings/person-id.ts'
import { CaptureScope, CaptureWayName } from '../../../shared/domain/capture/capture.ts'
import { PersonId } from '../../../shared/domain/id.ts'

test('a source laid out line by line is the same JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(prettyJson(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('a source keeps what a parser would lose: long numbers, repeated names, spelling', () => {
  const source = '{"id":12345678901234567890,"id":1.50,"text":"\\u00e9 \\"x, {y}\\"","none":[],"list":[1,{"a":null}]}'
  expect(prettyJson(source)).toBe(`{
  "id": 12345678901234567890,
  "id": 1.50,
  "text": "\\u00e9 \\"x, {y}\\"",
  "none": [],
  "list": [
    1,
    {
      "a": null
    }
  ]
}`)
  expect(prettyJson('window.YTD = 1')).toBe('window.YTD = 1')
})

test('the difference of two texts holds both, whatever they are', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 30 }))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = difference(before, after)
      const without = (kind: string) =>
        changes.flatMap((change) => (change.kind === kind ? [] : [change.text])).join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }),
  )
})

test('only the words that changed are marked', () => {
  expect(difference('The meeting is on Monday at 7', 'The meeting is on Tuesday at 7')).toEqual([
    { kind: 'same', text: 'The meeting is on ' },
    { kind: 'removed', text: 'Monday' },
    { kind: 'added', text: 'Tuesday' },
    { kind: 'same', text: ' at 7' },
  ])
})

test('sentences have their numbers and their plural', () => {
  const t = translator({
    found: { one: '{count} record by {who}', other: '{count} records by {who}' },
    plain: 'As it is',
  })
  expect([t('found', { count: 1, who: 'a' }), t('found', { count: 1234, who: 'b' }), t('plain')]).toEqual([
    '1 record by a',
    '1,234 records by b',
    'As it is',
  ])
})

test('times are the City’s, over the change of its clocks too', () => {
  const zone = 'America/Los_Angeles'
  expect([
    formatInstant(Date.parse('2025-01-01T07:30:00Z'), zone, 'moment'),
    formatInstant(Date.parse('2025-07-01T07:30:00Z'), zone, 'moment'),
    formatDay('2024-02-29'),
  ]).toEqual(['Dec 31, 2024, 11:30 PM PST', 'Jul 1, 2025, 12:30 AM PDT', 'Feb 29, 2024'])
})

test('sizes and lengths of time are short', () => {
  expect([0, 999, 1000, 1_834_567_890].map(formatBytes)).toEqual(['0 bytes', '999 bytes', '1 kB', '1.8 GB'])
  expect([0, 59.6, 61, 120, 1300, 7500].map(formatSeconds)).toEqual([
    '0 s',
    '1 min',
    '1 min 1 s',
    '2 min',
    '21 min',
    '2 h 5 min',
  ])
})

test('every person gets a short name of their own', () => {
  expect(personIdFrom('María-José  López', [])).toBe('maria-jose-lopez')
  expect(personIdFrom('Maria Lopez', ['maria-lopez', 'maria-lopez-2'])).toBe('maria-lopez-3')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.array(fc.string()), (name, taken) => {
      const id = personIdFrom(name, taken)
      expect(PersonId.safeParse(id).success).toBe(true)
      expect(taken).not.toContain(id)
    }),
  )
})

test('ways of capturing stand in the order in which a clerk would look for them, the interface of the account’s platform first', () => {
  const ways = ['api/activitypub', 'api/json', 'api/x', 'api/discourse', 'feed', 'page']
  const general = [
    ['page', 'Pages, as a browser shows them'],
    ['feed', 'Feed (RSS, Atom, JSON Feed, podcast)'],
    ['api/json', 'Any interface that answers with JSON, by a mapping'],
    ['api/activitypub', 'The interface of ActivityPub'],
    ['api/discourse', 'The interface of Discourse'],
  ]
  const x = ['api/x', 'The interface of X']
  const shown = (platform: string | null) => wayChoices(ways, platform).map(({ id, label }) => [id, label])
  expect(shown(null)).toEqual([...general, x])
  expect(shown('x')).toEqual([x, ...general])
})

test('a capture of an account begins with its platform’s interface and where that lies; another way takes only that address along', () => {
  const draft = firstDraft('x', 'feed')
  expect(draft).toMatchObject({ way: 'api/x', place: 'https://api.x.com' })
  expect(firstDraft('podcast', 'feed')).toMatchObject({ way: 'feed', place: '' })
  expect(firstDraft('x', 'page')).toMatchObject({ way: 'page', place: '' })
  expect(inWay(draft, 'feed')).toMatchObject({ way: 'feed', place: '' })
  expect(inWay(draft, 'api/vimeo')).toMatchObject({ way: 'api/vimeo', place: 'https://api.vimeo.com' })
  expect(inWay({ ...draft, place: 'https://own.example' }, 'feed').place).toBe('https://own.example')
})

test.each([
  ['api/x', { address: 'https://api.x.com/', kinds: ['posts'], from: '2026-01-01', to: '2026-03-31' }],
  ['feed', { address: 'https://example.gov/feed', kinds: ['posts'], to: '2026-03-31' }],
  [
    'page',
    { address: 'https://example.gov/', kinds: ['linked', 'media'], from: '2026-01-01', signedIn: true, depth: 9 },
  ],
  ['api/json', { address: 'https://example.gov/api', kinds: ['media'], mapping: { name: 'Town', version: 2 } }],
])('what was asked for by %s before is asked for again: else the two could not be compared', (way, asked) => {
  const scope = CaptureScope.parse(asked)
  expect(scopeOf(draftOf({ way: CaptureWayName.parse(way), scope })).data).toEqual(scope)
})

test('private messages can be left out; all kinds are the same as none named, and one is always left', () => {
  const draft = firstDraft('facebook', 'feed')
  const api = interfaceOf(draft.way)
  if (api === null) throw new Error('Facebook has no interface')
  const public_ = withKind(api, draft.kinds, 'messages', false)
  expect(public_).toEqual(['posts', 'comments', 'media'])
  expect(scopeOf({ ...draft, kinds: public_, to: '2026-03-31' }).data).toMatchObject({
    kinds: public_,
    to: '2026-03-31',
  })
  expect(withKind(api, public_, 'messages', true)).toEqual([])
  expect(withKind(api, ['posts'], 'posts', false)).toEqual(['posts'])
  expect(api.kinds.map(kindWord)).toContain('Private messages')
})
