// Response times against a corpus of known truth, which another program counted minute by minute (response/corpus.py).
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildCalendar, Closure, Holiday } from '../../shared/domain/calendar/calendar.ts'
import { ASKING_RULES, askedBy } from '../../shared/domain/office/asking.ts'
import { type CityNames, cityName, type ResponseMeans, reckonResponses } from '../../shared/domain/office/response.ts'
import { ACTIVITY_RULES, activityFindings } from '../../shared/domain/office/restricted-activity.ts'
import { Instant, LocalDate } from '../../shared/domain/time.ts'
import { elections } from '../../shared/law/elections.ts'

const Item = z.strictObject({
  ...{ id: z.int(), account: z.int(), platform: z.string(), kind: z.string(), native: z.string() },
  ...{ at: Instant.nullable(), timed: z.boolean(), author: z.string() },
  ...{ conversation: z.string().nullable(), parent: z.string().nullable(), texts: z.array(z.string()).nullable() },
})
const Truth = z.strictObject({
  ...{
    id: z.int(),
    verdict: z.string(),
    reply: z.int().nullable(),
    hours: z.number().nullable(),
    why: z.string().nullable(),
  },
})
const Corpus = z.strictObject({
  ...{ zone: z.string(), now: Instant },
  holidays: z.array(Holiday.omit({ doubt: true })),
  closures: z.array(Closure),
  names: z.array(z.tuple([z.string(), z.string()])),
  marks: z.array(z.tuple([z.int(), z.boolean()])),
  capturedUntil: z.array(z.tuple([z.string(), Instant])),
  cityWrites: z.array(z.string()),
  cases: z.array(z.strictObject({ name: z.string(), items: z.array(Item), truth: z.array(Truth) })),
})
const corpus = Corpus.parse(JSON.parse(readFileSync(resolve(import.meta.dirname, 'response/corpus.json'), 'utf8')))

const days = corpus.holidays.map((holiday) => ({ ...holiday, doubt: null }))
const year = {
  id: 'test',
  set: 'city',
  jurisdiction: 'Alder Bay',
  year: 2026,
  days,
  source: 'corpus',
  confirmed: true,
} as const
const names: CityNames = new Set(corpus.names.map(([platform, name]) => cityName(platform, name)))
const means: ResponseMeans = {
  ...{ zone: corpus.zone, now: corpus.now, names, calendar: buildCalendar([year], corpus.closures) },
  ...{ marks: new Map(corpus.marks), capturedUntil: new Map(corpus.capturedUntil) },
  cityWrites: new Set(corpus.cityWrites),
}
const told = (items: z.infer<typeof Item>[], from: ResponseMeans = means) =>
  reckonResponses(items, from).responses.map(({ id, verdict, reply, hours, why }) => ({
    id,
    verdict,
    reply,
    hours,
    why,
  }))
const rounded = (all: readonly z.infer<typeof Truth>[]) =>
  all
    .map((one) => ({
      ...one,
      hours: one.hours === null || one.verdict === 'not-measurable' ? null : Math.round(one.hours * 60),
    }))
    .toSorted((one, other) => one.id - other.id)

describe('response times', () => {
  it.each(corpus.cases)('$name', ({ items, truth }) => {
    expect(rounded(told(items))).toEqual(rounded(truth))
  })

  it('come out the same with all exchanges in one heap, in any order', () => {
    const items = corpus.cases.flatMap((one) => one.items)
    const truth = rounded(corpus.cases.flatMap((one) => one.truth))
    expect(truth.length).toBeGreaterThan(35)
    expect(rounded(told(items))).toEqual(truth)
    expect(rounded(told(items.toReversed()))).toEqual(truth)
  })

  it('a calendar that forgot its days off is found out', () => {
    const wrong = { ...means, calendar: buildCalendar([{ ...year, days: [] }], []) }
    const differing = corpus.cases.filter(
      ({ items, truth }) => JSON.stringify(rounded(told(items, wrong))) !== JSON.stringify(rounded(truth)),
    )
    expect(differing.map(({ name }) => name)).toEqual(expect.arrayContaining(['over Memorial Day', 'over a closure']))
  })

  it('counts replies to what is not in the vault', () => {
    const reply = { id: 1, account: 1, platform: 'facebook', kind: 'reply', native: 'a', at: corpus.now, timed: true }
    const rest = { author: 'AlderBay', conversation: null, texts: ['Yes'] }
    expect([...reckonResponses([{ ...reply, ...rest, parent: 'elsewhere' }], means).unmatched]).toEqual([[1, 1]])
  })
})

describe('the rules for what asks', () => {
  it.each(ASKING_RULES)('$id: finds its example and not what looks like it', ({ id, example, not }) => {
    expect(ASKING_RULES.find((rule) => rule.id === id)?.pattern.test(example)).toBe(true)
    expect(askedBy(not)).toBeNull()
  })

  it.each([
    '¿Cuándo abre la biblioteca',
    '请问图书馆几点开门',
    'Khi nào mở cửa',
    'Vui lòng sửa đèn',
    'Hay un bache en mi calle',
  ])('finds: %s', (text) => {
    expect(askedBy(text)).not.toBeNull()
  })
})

describe('the rules for restricted activities', () => {
  it.each(ACTIVITY_RULES)('$id: finds its example and not what looks like it', ({ id, example, not }) => {
    expect(activityFindings(example, null, elections).map(({ rule }) => rule)).toContain(id)
    expect(activityFindings(not, null, elections)).toEqual([])
  })

  it.each([
    ['2026-08-06', null],
    ['2026-08-07', 'General election, 2026-11-03'],
    ['2026-11-03', 'General election, 2026-11-03'],
    ['2026-11-04', null],
  ])('a measure named on %s: %s', (on, election) => {
    const found = activityFindings('A forum on Measure Q', LocalDate.parse(on), elections)
    expect(found.map((one) => one.election)).toEqual(election === null ? [] : [election])
  })
})
