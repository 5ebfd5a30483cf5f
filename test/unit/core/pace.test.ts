// How fast a job goes: never slower than not at all, whatever it counts next.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { paced } from '../../../electron/core/worker/pace.ts'
import { Job } from '../../../shared/domain/job.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

const row = Job.parse({
  ...{
    id: 'job-00001',
    kind: 'capture.run',
    label: 'Capture',
    state: 'running',
    stage: '',
    done: 0,
    total: null,
    unit: '',
  },
  ...{ rate: null, secondsLeft: null, createdAt: 0, startedAt: 0, endedAt: null, result: null, problem: null },
  ...{ resumable: false, undoable: false, droppable: false },
})

test.each([
  ['other things', { total: 4, unit: 'files' }],
  ['the same from the beginning', { total: null, unit: 'items' }],
])('a job that goes on to %s is shown as a job', (_what, next) => {
  const pace = paced()
  const report = (done: number, more: { total: number | null; unit: string }) => {
    pace.report({ stage: 'capturing', done, ...more })
    vi.advanceTimersByTime(1000)
  }
  report(0, { total: null, unit: 'items' })
  report(50, { total: null, unit: 'items' })
  expect(Job.parse(pace.onto(row)).rate).toBe(50)
  report(1, next)
  expect(Job.parse(pace.onto(row))).toMatchObject({ done: 1, rate: null })
  report(3, next)
  expect(Job.parse(pace.onto(row)).rate).toBe(2)
})
