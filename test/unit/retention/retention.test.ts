// Eligibility as a clerk relies on it: the answer, its reason and the steps.
import { describe, expect, it } from 'vitest'
import { Statute } from '../../../shared/domain/law/statute.ts'
import { eligibility } from '../../../shared/domain/retention/eligibility.ts'
import { parseLocalDate } from '../../../shared/domain/time.ts'
import { retentionLaw } from '../../../shared/law/retention.ts'
import { context, schedule, series, subject } from '../../fixtures/schedule/build.ts'

const posts = schedule([
  series('SM', 'CU+2', { title: 'Social media' }),
  series('LONG', 'CU+5*'),
  series('CLOSED', 'CL+2'),
  series('TITLE', 'CU+2', { exclusion: 'a' }),
])
const march = '2024-03-05T20:00:00.000Z'

describe('eligibility', () => {
  it('explains every step of CU+2 with days and citations', () => {
    const { trace, ...answer } = eligibility(subject(march, ['SM']), context('2027-01-01', posts))
    expect(answer).toEqual({ eligible: true, on: '2027-01-01', cutoff: '2025-01-01', series: 'SM', deciding: ['SM'] })
    expect(trace).toEqual([
      {
        rule: 'age',
        citation: 'Gov. Code 34090(d)',
        from: null,
        to: '2024-03-05',
        sentence: 'Age runs from March 5, 2024, the day it was created (America/Los_Angeles).',
      },
      {
        rule: 'cutoff',
        citation: 'Alder Bay schedule (Resolution 10-001), series SM',
        from: '2024-03-05',
        to: '2025-01-01',
        sentence:
          'Social media (SM) runs from the end of the calendar year of March 5, 2024: it starts on January 1, 2025.',
      },
      {
        rule: 'period',
        citation: 'Alder Bay schedule (Resolution 10-001), series SM',
        from: '2025-01-01',
        to: '2027-01-01',
        sentence: 'Kept for 2 years from then: the period is over on January 1, 2027.',
      },
      {
        rule: 'floor',
        citation: 'Gov. Code 34090(d)',
        from: '2024-03-05',
        to: '2026-03-05',
        sentence: 'It is two years old on March 5, 2026; the schedule’s day, January 1, 2027, is not earlier.',
      },
      {
        rule: 'outcome',
        citation: 'Gov. Code 34090',
        from: '2027-01-01',
        to: '2027-01-01',
        sentence: 'As of January 1, 2027 it may be destroyed since January 1, 2027, once it is approved.',
      },
    ])
  })

  it('says a hold first and goes on to say what would be without it', () => {
    const held = subject(march, ['SM'], {
      holds: [{ kind: 'hold', id: 7, label: 'Doe v. City', basis: 'litigation' }],
      deletedOnPlatform: true,
    })
    const answer = eligibility(held, context('2027-01-01', posts))
    expect(answer).toMatchObject({
      eligible: false,
      reason: 'on-hold',
      on: '2027-01-01',
      holds: [{ id: 7 }],
      otherwise: { eligible: true, on: '2027-01-01' },
    })
    expect(answer.trace.map(({ rule }) => rule)).toEqual([
      'hold',
      'platform-deletion',
      'age',
      'cutoff',
      'period',
      'floor',
      'outcome',
    ])
  })

  it('names the longest of several series and points to notes', () => {
    const { trace } = eligibility(subject(march, ['SM', 'LONG']), context('2029-12-31', posts))
    expect(trace.filter(({ rule }) => rule === 'longest' || rule === 'note').map(({ sentence }) => sentence)).toEqual([
      'The schedule marks Title of LONG (LONG) with *: read its description before approving.',
      'Of 2 series the longest decides: LONG, January 1, 2030.',
    ])
  })

  it('refuses a series that the schedule lacks, a schedule that is not in force yet, and a series that 34090 protects', () => {
    const early = { ...posts, effectiveFrom: parseLocalDate('2027-01-02') }
    const unadopted = { ...posts, adoptedOn: parseLocalDate('2027-01-02') }
    const reason = (codes: string[], draft = posts) => {
      const answer = eligibility(subject(march, codes), context('2027-01-01', draft))
      return answer.eligible ? 'eligible' : answer.reason
    }
    expect([
      reason(['GONE']),
      reason(['SM', 'GONE']),
      reason(['SM'], early),
      reason(['SM'], unadopted),
      reason(['TITLE']),
    ]).toEqual(['series-unknown', 'series-unknown', 'schedule-not-in-force', 'schedule-not-in-force', 'excluded-34090'])
  })

  it('waits for an event and says for which', () => {
    const answer = eligibility(subject(march, ['CLOSED']), context('2090-01-01', posts))
    expect(answer).toMatchObject({
      reason: 'awaiting-trigger',
      on: null,
      detail: 'Title of CLOSED (CLOSED) waits for its event (closed or completed), which has no date',
    })
  })

  it('gives for an unmapped code the words that the importer gives', () => {
    const answer = eligibility(subject(march, ['X']), context('2090-01-01', schedule([series('X', 'ZZ+2')])))
    expect(answer).toMatchObject({
      reason: 'code-unmapped',
      detail: 'Cannot compute: code ZZ is not in the legend (Title of X (X))',
    })
  })
})

it('keeps Gov. Code 34090 as data that satisfies the schema of statutes', () => {
  const { destruction, floor, exclusions } = retentionLaw
  const { period, ...floorStatute } = floor
  const statutes = [destruction, floorStatute, ...Object.values(exclusions)]
  expect(statutes.map((statute) => Statute.parse(statute).citation)).toEqual([
    'Gov. Code 34090',
    'Gov. Code 34090(d)',
    'Gov. Code 34090(a)',
    'Gov. Code 34090(b)',
    'Gov. Code 34090(c)',
    'Gov. Code 34090(e)',
  ])
  expect(period).toEqual({ amount: 2, unit: 'years' })
})
