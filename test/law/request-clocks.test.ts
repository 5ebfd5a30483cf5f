// Every clock of every day from 2024 to 2028 by each kind of request, against test/golden/request/clocks.py: dates, and each day skipped.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildCalendar, Closure, HolidayList } from '../../shared/domain/calendar/calendar.ts'
import type { Clock, ClockRule } from '../../shared/domain/calendar/clock.ts'
import { addDays } from '../../shared/domain/calendar/day.ts'
import { requestClocks } from '../../shared/domain/calendar/deadline.ts'
import { LocalDate } from '../../shared/domain/time.ts'
import { californiaClocks } from '../../shared/law/clocks-california.ts'
import { oaklandClocks, oaklandHours } from '../../shared/law/clocks-oakland.ts'
import { judicial2026, oakland2026 } from '../../shared/law/holidays-2026.ts'

const script = resolve(import.meta.dirname, '../golden/request/clocks.py')
const python = spawnSync('python3', ['--version']).status === 0
const required = process.env.REQUIRE_APP !== undefined

if (!python && !required) console.warn('Left out: the golden calendar of requests, which needs python3.')

const Given = z.object({
  lists: z.array(
    z.object({
      set: HolidayList.shape.set,
      year: z.int(),
      days: z.array(z.tuple([LocalDate, z.string(), z.boolean()])),
    }),
  ),
  closures: z.array(z.tuple([LocalDate, z.string()])),
})
const Told = z.object({
  careful: LocalDate,
  statutory: LocalDate,
  skipped: z.array(z.tuple([LocalDate, z.string()])),
  practice: z.tuple([LocalDate, LocalDate]).nullable(),
})
const Case = z.object({
  received: LocalDate,
  kind: z.enum(['cpra', 'idr', 'idr-early', 'idr-late', 'letters', 'ab1821']),
  at: z.string().nullable(),
  given: LocalDate.nullable(),
  clocks: z.record(z.string(), Told.nullable()),
})

function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('python3', [script, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

const rules = [...californiaClocks, ...oaklandClocks]
/** The bill as it would count if it had been law all these years. */
const bill: readonly ClockRule[] = rules
  .filter(({ citation }) => citation.includes('AB 1821'))
  .map((rule) => ({ ...rule, enabled: true, validFrom: null }))

function told(clock: Clock): z.infer<typeof Told> | null {
  if (!clock.ok) return null
  const { conservative: careful, statutory, skipped, practice } = clock
  return {
    careful,
    statutory,
    skipped: skipped.map(({ date, why }) => [date, why]),
    practice: practice && [practice.receivedOn, practice.date],
  }
}

/** The table that `clocks.py coverage` prints: its rules, and how many cases each has by boundary. */
function covered(text: string) {
  const lines = text.trimEnd().split('\n')
  const rules = lines.flatMap((line) => /^ *\d+ {2}(\S.*)$/.exec(line)?.[1] ?? [])
  const cells = new Map<string, number>()
  for (const line of lines.slice(rules.length + 1)) {
    const boundary = line.slice(0, line.length - 7 * rules.length).trim()
    rules.forEach((rule, at) => {
      const from = line.length - 7 * (rules.length - at)
      const cell = line.slice(from, from + 7).trim()
      cells.set(`${rule}, ${boundary}`, cell === '·' ? 0 : Number(cell))
    })
  }
  return { rules, cells, text }
}

describe.runIf(python || required)('the clocks of requests', () => {
  const given = Given.parse(JSON.parse(run('holidays')))
  const lists = given.lists.map(({ set, year, days }) =>
    HolidayList.parse({
      ...{ id: `${set}-${year}`, set, year, jurisdiction: 'test', source: 'clocks.py', confirmed: false },
      days: days.map(([date, name, doubt]) => ({ date, name, doubt: doubt ? 'if applicable' : null })),
    }),
  )
  const closures = given.closures.map(([date, reason]) => Closure.parse({ date, reason }))
  const calendar = buildCalendar(lists, closures)

  it('are counted as in another language, to the day, with every day skipped and why', () => {
    const cases = run().trim().split('\n')
    const wrong: unknown[] = []
    let clocks = 0
    for (const line of cases) {
      const { received, kind, at, given: determinedOn, clocks: expected } = Case.parse(JSON.parse(line))
      const request = {
        ...{ receivedOn: received, receivedAt: at, immediateDisclosure: kind.startsWith('idr'), determinedOn },
        ...(kind === 'letters' && {
          extendedTo: addDays(received, 20),
          availableOn: addDays(received, 40),
          mediationOn: addDays(received, 15),
        }),
      }
      const got = requestClocks(request, calendar, kind === 'ab1821' ? bill : rules, oaklandHours)
      const ours = Object.fromEntries(got.map((clock) => [clock.duty, told(clock)]))
      clocks += got.length
      try {
        expect(ours).toEqual(expected)
      } catch (error) {
        wrong.push({ received, kind, at, error: String(error) })
      }
    }
    expect(wrong.slice(0, 3)).toEqual([])
    expect([cases.length, clocks]).toEqual([1827 * 9, 1827 * (2 * 2 + 4 * 5 + 5 + 2 * 2)])
  })

  it('meet every boundary and every holiday by every kind of rule and of request', () => {
    const { rules: columns, cells, text } = covered(run('coverage'))
    console.log(`golden calendar, cases by boundary and rule:\n${text}`)
    const holidays = (set: string) =>
      lists.filter((list) => list.set === set).flatMap(({ days }) => days.map(({ name }) => name))
    const receipt = ['received on a day off', 'after hours', 'careful date earlier']
    const counted = ['weekend', 'closure', 'City holiday', 'year end crossed', 'year not loaded: refused']
    const ofCourt = ['judicial holiday', 'holiday of both', ...holidays('judicial')]
    const expected = (rule: string): readonly string[] => {
      // A letter that names a day counts nothing; only its year may be another.
      if (/extended-answer|estimated-availability/.test(rule)) return ['nothing skipped', 'year end crossed']
      if (rule.endsWith('mediation')) return [...counted, ...ofCourt, ...holidays('city')]
      // Business days are the City's: the court's holidays are none of its days off.
      if (/ab1821|idr-response/.test(rule)) return [...receipt, ...counted, ...holidays('city')]
      return [...receipt, ...counted, ...ofCourt, ...holidays('city')]
    }
    const missed = columns.flatMap((rule) =>
      expected(rule).flatMap((boundary) =>
        (cells.get(`${rule}, ${boundary}`) ?? 0) > 0 ? [] : [`${rule}, ${boundary}`],
      ),
    )
    expect(missed).toEqual([])
    expect([columns.length, new Set(columns.flatMap(expected)).size]).toEqual([24, 26])
    const business = columns.filter((rule) => /ab1821|idr-response/.test(rule))
    expect(business.flatMap((rule) => ofCourt.slice(0, 2).map((one) => cells.get(`${rule}, ${one}`)))).toEqual(
      Array.from({ length: 10 }, () => 0),
    )
  })

  it('are given the very holidays that Muniment brings for 2026', () => {
    const of = (set: string) =>
      lists.find((list) => list.set === set && list.year === 2026)?.days.map(({ date }) => date)
    expect([of('judicial'), of('city')]).toEqual(
      [judicial2026, oakland2026].map(({ days }) => days.map(({ date }) => date)),
    )
  })
})
