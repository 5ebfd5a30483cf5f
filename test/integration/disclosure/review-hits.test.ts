// Where redacted words stand elsewhere in many records: a hundred places are listed, and what is remembered of the records follows what they say.
import { afterEach, expect, it } from 'vitest'
import { reviewHits, reviewKeep, reviewList } from '../../../shared/contract/review.ts'
import type { Redaction } from '../../../shared/domain/review/review.ts'
import { asked, closeReviews, id, posts, privacy, released } from '../../support/reviewed.ts'

afterEach(closeReviews)

const COUNCIL = 113
const names = 'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike'.split(' ')
const texts = [...Array.from({ length: COUNCIL }, (_, nth) => `Council ${nth}`), 'The library', '市民公園 午後']

it('lists a hundred, says how many more there may be at most, and reads anew what changed', async () => {
  const review = await asked((folder) => posts(folder, 'x.zip', [`Council ${names.join(' ')} 公園午後`, ...texts]))
  const { vault, find, decide, build, take } = review
  const hits = () => vault.call(reviewHits, { request: id })
  const first = await find('alpha')
  const library = await find('library')
  const words = (said: readonly string[]): Redaction[] =>
    said.map((one) => ({ field: 'words', words: one, ground: privacy }))
  const redacting = (said: readonly string[]) => ({ ...released, outcome: 'redact' as const, redactions: words(said) })
  for (const said of [['Council'], ['Council', ...names]]) {
    await decide(first, redacting(said))
    const { hits: listed, more } = await hits()
    expect([listed.length, more]).toEqual([100, COUNCIL - 100])
    expect(new Set(listed.map(({ words: one }) => one))).toEqual(new Set(['Council']))
  }

  const { hits: listed } = await hits()
  for (const { record, phrase } of listed.slice(0, 20))
    await vault.call(reviewKeep, { request: id, record, phrase, reason: 'The council as such' })
  expect(await hits()).toMatchObject({ hits: { length: COUNCIL - 20 }, more: 0 })
  const [, , other] = (await hits()).hits
  if (other === undefined) throw new Error('no hit')
  await decide(other.record, redacting(['Council']))
  expect((await hits()).hits.map(({ record }) => record)).not.toContain(other.record)
  await decide(other.record, released)
  expect((await hits()).hits.map(({ record }) => record)).toContain(other.record)

  await decide(first, redacting(['公園午後']))
  expect((await hits()).hits).toMatchObject([{ words: '公園午後' }])
  await decide(first, redacting(['lima']))
  expect((await hits()).hits).toEqual([])
  await take(await posts(review.folder, 'later.zip', ['Nothing', ...texts.slice(0, COUNCIL), 'The library of Lima']))
  expect((await hits()).hits).toMatchObject([{ record: library, words: 'lima', shown: 'The library of Lima' }])
  expect((await build()).problem?.code).toBe('REVIEW_INCOMPLETE')
})

it('lists what stands behind hundreds of records that say the words and have them redacted', async () => {
  const many = Array.from({ length: 450 }, (_, nth) => `Notice ${nth} of the Cannery`)
  const { vault, find, decide } = await asked((folder) => posts(folder, 'many.zip', [...many, 'The Cannery is open']))
  const { items } = await vault.call(reviewList, { request: id })
  const last = await find('open')
  const redactions: Redaction[] = [{ field: 'words', words: 'Cannery', ground: privacy }]
  for (const { record } of items) await decide(record, { ...released, outcome: 'redact', redactions })
  expect(await vault.call(reviewHits, { request: id })).toEqual({ hits: [], more: 0 })
  await decide(last, released)
  const { hits, more } = await vault.call(reviewHits, { request: id })
  expect([hits, more]).toMatchObject([[{ record: last, words: 'Cannery' }], 0])
})
