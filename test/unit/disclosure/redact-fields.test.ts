// A redacted author, person or place comes back by no other way: no handle, number, address, time as written or count.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AccessionId, AccountId, Digest, RecordId } from '../../../shared/domain/id.ts'
import type { RecordDetail } from '../../../shared/domain/record/record.ts'
import { type KeyedRedaction, redactRecord } from '../../../shared/domain/review/redact-record.ts'
import { marked, piecesOf, seenThrough, seeThroughRecord } from '../../../shared/domain/review/see-through.ts'
import { Instant } from '../../../shared/domain/time.ts'

const digest = Digest.parse('a'.repeat(64))
const at = Instant.parse(Date.parse('2026-03-04T05:06:07Z'))

/** A comment by a resident, told of in every way in which platforms tell of people and places. */
const record: RecordDetail = {
  ...{ id: RecordId.parse(7), account: AccountId.parse(1), platform: 'x', kind: 'comment', at, precision: 'second' },
  ...{ nativeId: '1777000111222', atSource: 'Wed Mar 04 05:06:07 +0000 2026', sourceZone: 'America/Los_Angeles' },
  ...{ author: 'quokka_fan', conversation: '555-1777000', parentNativeId: '1888000333444', state: 'live' },
  ...{ deletedAt: null, series: null },
  versions: [
    {
      ...{ number: 1, digest, text: 'I, Quokka_Fan, saw it at Fir Street' },
      details: {
        ...{
          username: 'quokka_fan',
          userId: 900800700,
          displayName: 'Maya Quokka',
          url: 'https://x.example/quokka_fan',
        },
        ...{ place: 'Fir Street', coordinates: { latitude: 37.804363, longitude: -122.271111 } },
        ...{ replyToHandle: 'wombat_lane', note: 'Maya Quokka (900800700) again', lang: 'en', words: 7 },
      },
      links: [
        { shown: 'her post', target: 'https://x.example/quokka_fan/status/1777000111222' },
        { shown: 'the map', target: 'https://maps.example/?q=Fir%20Street' },
      ],
      media: [
        {
          ...{ role: 'photo', name: 'quokka_fan-1777000111222.jpg', digest, mime: 'image/jpeg', size: 9 },
          ...{ alt: 'Maya Quokka at the gate', missing: null },
        },
      ],
      observations: [
        {
          ...{
            accession: AccessionId.parse(1),
            receivedAt: at,
            packageName: 'x.zip',
            digest,
            leaf: digest,
            parser: 'x',
          },
          ...{ member: 'comments/quokka_fan.json', pointer: '/1777000111222', start: 0, length: 9 },
        },
      ],
    },
  ],
  measures: [{ name: 'likes', value: 4711, seenAt: at }],
}

const without = (...fields: ('author' | 'people' | 'place')[]) =>
  JSON.stringify(
    redactRecord(
      record,
      fields.map((field): KeyedRedaction => ({ field, key: 1 })),
    ),
  )

test.each([
  ['quokka_fan'],
  ['Quokka_Fan'],
  ['1777000111222'],
  ['900800700'],
  ['Maya Quokka'],
  ['555-1777000'],
  ['05:06:07'],
  ['4711'],
  ['"url"'],
  ['"username"'],
])('of a redacted author nothing is left: %s', (words) => {
  expect(JSON.stringify(record)).toContain(words)
  expect(without('author')).not.toContain(words)
})

test('what is told beside the author stays', () => {
  expect(without('author')).toContain('saw it at Fir Street')
  expect(without('author')).toContain('"lang":"en","words":7')
})

test.each([['wombat_lane'], ['555-1777000'], ['1888000333444']])('of the people nothing is left: %s', (words) => {
  expect(without('people')).not.toContain(words)
  expect(without('people')).toContain('quokka_fan')
})

test.each([['Fir Street'], ['Fir%20Street'], ['37.804363'], ['-122.271111'], ['America/Los_Angeles']])(
  'of the place nothing is left: %s',
  (words) => {
    expect(JSON.stringify(record)).toContain(words)
    expect(without('place')).not.toContain(words)
  },
)

test('seen through, nothing is missing, and what would go is marked with its ground', () => {
  const redactions: KeyedRedaction[] = [
    { field: 'author', key: 1 },
    { field: 'words', words: 'Fir Street', key: 2 },
  ]
  const seen = seeThroughRecord(record, redactions)
  expect(seen.author).toBe('[[quokka_fan · ground 1]]')
  expect(seen.versions[0]?.text).toBe('I, [[Quokka_Fan · ground 1]], saw it at [[Fir Street · ground 2]]')
  expect(seen.versions[0]?.details).toMatchObject({ displayName: '[[Maya Quokka · ground 1]]', lang: 'en' })
  expect(seen.versions[0]?.links[1]?.target).toBe('https://maps.example/?q=[[Fir%20Street · ground 2]]')
  expect(
    seenThrough(record, redactions)[0]
      ?.map(({ text }) => text)
      .join(''),
  ).toBe(record.versions[0]?.text)
})

test('pieces together are the text, whatever overlaps, and what bears a key is what lies in a stretch', () => {
  const stretch = fc.record({
    from: fc.nat(40),
    length: fc.integer({ min: 1, max: 20 }),
    key: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.array(stretch, { maxLength: 5 }), (text, some) => {
      const stretches = some.map(({ from, length, key }) => ({ from, to: Math.min(text.length, from + length), key }))
      const pieces = piecesOf(text, stretches)
      expect(pieces.map((one) => one.text).join('')).toBe(text)
      const units = pieces.flatMap(({ text: part, keys }) => part.split('').map(() => keys.length > 0))
      expect(units).toEqual(
        text.split('').map((_, place) => stretches.some(({ from, to }) => from <= place && place < to)),
      )
      expect(marked(pieces).length).toBeGreaterThanOrEqual(text.length)
    }),
  )
})
