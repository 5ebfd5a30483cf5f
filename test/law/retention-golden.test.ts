// Eligibility against the golden tables that test/golden/retention/eligibility.py and published.py work out on their own.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { eligibility, judging } from '../../shared/domain/retention/eligibility.ts'
import { parseRetention } from '../../shared/domain/retention/expression.ts'
import { CutoffBasis } from '../../shared/domain/schedule/legend.ts'
import { Exclusion, Protection } from '../../shared/domain/schedule/series.ts'
import { Precision, parseLocalDate } from '../../shared/domain/time.ts'
import {
  context,
  dates,
  dispositionOf,
  instant,
  legendEntry,
  schedule,
  series,
  subject,
} from '../fixtures/schedule/build.ts'

type Row = Record<string, string>

function tableOf(name: string): Row[] {
  return parse(readFileSync(resolve(import.meta.dirname, '../golden/retention', name), 'utf8'), { columns: true })
}

function judge(row: Row) {
  const list = (row.series ?? '')
    .split(';')
    .filter((text) => text !== '')
    .map((text, at) => ({ at, parts: text.split('@') }))
  const codes = new Map(
    list.flatMap(({ parts: [text = '', basis = '-'] }) => {
      const read = parseRetention(text)
      return basis === '-' || !('code' in read) || read.code === null
        ? []
        : [[read.code, CutoffBasis.parse(basis)] as const]
    }),
  )
  const draft = schedule(
    list.map(({ at, parts: [text = '', , wanted] }) =>
      series(`S${at}`, text, { disposition: wanted === 'destroy' ? null : dispositionOf(wanted) }),
    ),
    {
      legend: [...codes].map(([code, basis]) => legendEntry(code, basis)),
      ...(row.fiscal_year_end && { fiscalYearEnd: row.fiscal_year_end }),
    },
  )
  const answers = (row.answers ?? '').split(';')
  const of = subject(null, [], {
    kind: row.kind ?? '',
    dates: dates(row.created ?? '', {
      precision: Precision.parse(row.precision),
      lastEdited: instant(row.edited ?? ''),
      lastComment: instant(row.commented ?? ''),
      zoned: row.zoned === 'yes',
      undated: row.undated === 'yes',
      editUnread: row.edit_unread === 'yes',
    }),
    series: list.map(({ at }) => ({ code: `S${at}`, eventOn: row.event ? parseLocalDate(row.event) : null })),
    holds: (row.holds ?? '')
      .split('|')
      .filter((label) => label !== '')
      .map((label, id) => ({ kind: 'hold' as const, id, label, basis: 'litigation' })),
    exclusions: row.exclusion ? [Exclusion.parse(row.exclusion)] : [],
  })
  const under = context(row.as_of ?? '', draft, row.zone, ({ code }) =>
    answerOf(answers[Number(code.slice(1))] ?? answers[0]),
  )
  const { trace: _, ...judged } = eligibility(of, under)
  // Plans judge without the reasoning: to the same end.
  expect(judging(under)(of)).toEqual(judged)
  const name = (verdict: { eligible: true } | { eligible: false; reason: string }) =>
    verdict.eligible ? 'eligible' : verdict.reason
  const otherwise = !judged.eligible && judged.reason === 'on-hold' ? name(judged.otherwise) : ''
  return { outcome: name(judged), on: judged.on ?? '', otherwise }
}

function answerOf(text: string | undefined): Protection | null {
  if (text === 'missing') return null
  return text === 'none held' ? [] : Protection.parse([...(text ?? '')])
}

function differing(table: readonly Row[]) {
  return table.flatMap((row, at) => {
    const { outcome = '', on = '', otherwise = '' } = row
    const judged = judge(row)
    const same = judged.outcome === outcome && judged.on === on && judged.otherwise === otherwise
    return same ? [] : [{ line: at + 2, case: row.case, expected: { outcome, on, otherwise }, judged }]
  })
}

/** The codes that law.md §3.5 lists, city by city, as they are written there; blank as ''. */
const PUBLISHED = [
  ...['CU+2', 'SU+2', 'SU+5', 'AU+4', 'AU+5', 'AU+7', 'CL+2', 'CL+5*', 'CL+10', 'T+4*', 'P', 'AU + 5'],
  ...['2 Years', 'N/A', 'Permanent', 'Life of material'],
  ...['1 - Permanent', '2 - Current', '3 - Storage', '4 - No Retention Required'],
  ...['Indefinite', '', 'A', 'R', 'for the year of the meeting plus two'],
  ...['AC', 'AU', 'CL', 'CU', 'L', 'S', 'T', 'AD+5', 'DOB+1', 'E+4'],
  ...['AV', 'CE+2', 'FE+3', 'LA', 'MO', 'PM', 'US', 'AAC', 'ACFY'],
  ...['PERM', 'IND'],
]

it('agrees with the golden table in every row', () => {
  const table = tableOf('eligibility.csv')
  expect(differing(table)).toEqual([])
  const covered = coverage(table, ({ case: name = '' }) => name)
  console.log(covered.said)
  expect([covered.rows, covered.empty]).toEqual([table.length, []])
  expect(covered.rules).toBeGreaterThan(150)
})

it('agrees with the codes of published schedules, whatever their legends say, around every boundary', () => {
  const table = tableOf('published.csv')
  expect(differing(table)).toEqual([])
  const covered = coverage(table, (row) => `${codeOf(row).padEnd(38)} ${triggerOf(row)}`)
  console.log(covered.said)
  expect([covered.rows, covered.empty]).toEqual([table.length, []])
  const codes = new Set(table.map(codeOf))
  expect(PUBLISHED.map((code) => code || 'blank').filter((code) => !codes.has(code))).toEqual([])
  expect([codes.size, new Set(table.map(triggerOf)).size, covered.rules]).toEqual([51, 7, 249])
  // Each code under each trigger is tried at each of five moments, which are days of their own in Los Angeles.
  const moments = Map.groupBy(table, (row) => `${codeOf(row)} ${triggerOf(row)}`).values()
  expect(new Set([...moments].map((rows) => new Set(rows.map(({ created }) => created)).size))).toEqual(new Set([5]))
})

it.each(['eligibility', 'published'])('%s.csv is what its derivation in another language makes', (name) => {
  const cwd = resolve(import.meta.dirname, '../golden/retention')
  const made = execFileSync('python3', ['-B', `${name}.py`], { cwd, encoding: 'utf8', maxBuffer: 1 << 24 })
  expect(made).toBe(readFileSync(resolve(cwd, `${name}.csv`), 'utf8'))
})

const KINDS = ['comment', 'message', 'post', 'profile']
const AROUND = ['before', 'on', 'after']

function codeOf({ series = '' }: Row): string {
  return series.split('@')[0] || 'blank'
}

function triggerOf({ series = '', event }: Row): string {
  const [, basis = ''] = series.split('@')
  return basis === 'event' && event ? 'event with its day' : basis
}

/** Where the day of a row lies: before, on or after the first on which the record may go; never where it has none. */
function sideOf({ as_of = '', on = '' }: Row): string {
  if (on === '') return 'never'
  return as_of < on ? 'before' : as_of === on ? 'on' : 'after'
}

/** Rule × boundary × kind: which cells of a table have a row, rule by rule, and which have none. */
function coverage(table: readonly Row[], ruleOf: (row: Row) => string) {
  const rules = Map.groupBy(table, ruleOf)
  const empty: string[] = []
  const lines: string[] = []
  for (const [rule, rows] of rules) {
    const filled = new Set(rows.map((row) => `${row.kind} ${sideOf(row)}`))
    const sides = rows.some((row) => sideOf(row) !== 'never') ? AROUND : ['never']
    const cells = KINDS.flatMap((kind) => sides.map((side) => `${kind} ${side}`))
    empty.push(...cells.filter((cell) => !filled.has(cell)).map((cell) => `${rule}: ${cell}`))
    const outcomes = [...new Set(rows.map(({ outcome }) => outcome))].sort().join(', ')
    const count = `${cells.filter((cell) => filled.has(cell)).length} of ${cells.length}`
    lines.push(
      `${rule.slice(0, 60).padEnd(60)} ${count.padStart(8)} cells, ${String(rows.length).padStart(3)} rows: ${outcomes}`,
    )
  }
  return { said: lines.join('\n'), empty, rules: rules.size, rows: table.length }
}
