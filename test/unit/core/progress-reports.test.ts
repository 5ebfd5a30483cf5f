// How far a job is reaches the one who waits, the last word of a burst too.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { progressReports } from '../../../electron/core/worker/progress-reports.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function told() {
  const sent: string[] = []
  const reports = progressReports(({ stage, done }) => sent.push(`${stage} ${done}`))
  const report = (stage: string, done: number) => reports.report({ stage, done, total: null, unit: 'pages' })
  return { sent, reports, report }
}

test('the last report of a burst is told though the job only waits from then on', () => {
  const { sent, report } = told()
  for (let done = 1; done <= 50; done += 1) report('capturing', done)
  expect(sent).toEqual(['capturing 1'])
  vi.advanceTimersByTime(100)
  expect(sent).toEqual(['capturing 1', 'capturing 50'])
  vi.advanceTimersByTime(1000)
  expect(sent).toHaveLength(2)
})

test('a new stage is told at once, and nothing twice or after the end', () => {
  const { sent, reports, report } = told()
  report('reading', 1)
  report('reading', 2)
  report('writing', 0)
  expect(sent).toEqual(['reading 1', 'writing 0'])
  report('writing', 1)
  reports.flush()
  vi.advanceTimersByTime(1000)
  expect(sent).toEqual(['reading 1', 'writing 0', 'writing 1'])
})
