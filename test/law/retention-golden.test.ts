// Eligibility against the golden tables that test/golden/retention/eligibility.py and published.py work out on their own.
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

it('agrees with the golden table in every row', () => {
  const table = tableOf('eligibility.csv')
  expect(differing(table)).toEqual([])
  expect(table.length).toBeGreaterThan(895)
})

it('agrees with the codes of published schedules, whatever their legends say, around every boundary', () => {
  const table = tableOf('published.csv')
  expect(differing(table)).toEqual([])
  const covered = coverage(table)
  console.log(['code             trigger            rows outcomes', ...covered.lines].join('\n'))
  expect(covered).toMatchObject({ codes: 31, triggers: 7, rows: table.length })
})

/** How many rows each code has under each trigger, and with which outcomes. */
function coverage(table: readonly Row[]) {
  const read = table.map((row) => {
    const [text = '', basis = ''] = (row.series ?? '').split('@')
    return {
      code: text || 'blank',
      trigger: basis === 'event' && row.event ? 'event with its day' : basis,
      outcome: row.outcome ?? '',
    }
  })
  const groups = Map.groupBy(read, ({ code, trigger }) => `${code.padEnd(16)} ${trigger.padEnd(18)}`)
  const lines = [...groups].map(
    ([group, rows]) =>
      `${group} ${String(rows.length).padStart(4)} ${[...new Set(rows.map(({ outcome }) => outcome))].sort().join(', ')}`,
  )
  const distinct = (of: 'code' | 'trigger') => new Set(read.map((row) => row[of])).size
  return { lines, codes: distinct('code'), triggers: distinct('trigger'), rows: read.length }
}
