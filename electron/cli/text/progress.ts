// A job's progress on standard error: a bar on a terminal, plain lines at intervals where there is none.
import type { Job } from '../../../shared/domain/job.ts'
import type { Stream } from '../surroundings.ts'
import { bytes, count, duration } from './number.ts'
import { oneLine } from './printable.ts'
import { cutTo, padTo } from './width.ts'

const BAR = 24
const STAGE = 22
const PLAIN_EVERY_MS = 5000
const CLEAR = '\r\u001b[2K'
const USUAL_COLUMNS = 80

/** What is shown of a job, or of other long work. */
type Shown = Pick<Job, 'stage' | 'done' | 'total' | 'unit' | 'rate' | 'secondsLeft'>

export interface ProgressView {
  show(job: Shown): void
  /** Ends the last line, so that what follows begins on its own. */
  end(): void
}

/**
 * Shows progress on a stream.
 * @param now milliseconds on any clock that only goes forward
 */
export function progressView(stream: Stream, now: () => number): ProgressView {
  return stream.terminal ? bars(stream) : plainLines(stream, now)
}

function bars(stream: Stream): ProgressView {
  let stage: string | null = null
  return {
    show: (job) => {
      if (stage !== null && stage !== job.stage) stream.write('\n')
      stage = job.stage
      stream.write(CLEAR + cutTo(barLine(job), (stream.columns || USUAL_COLUMNS) - 1))
    },
    end: () => {
      if (stage !== null) stream.write('\n')
      stage = null
    },
  }
}

function plainLines(stream: Stream, now: () => number): ProgressView {
  let stage: string | null = null
  let last = Number.NEGATIVE_INFINITY
  return {
    show: (job) => {
      if (job.stage === stage && now() - last < PLAIN_EVERY_MS) return
      stage = job.stage
      last = now()
      stream.write(`${[oneLine(job.stage), ...amounts(job)].filter((part) => part !== '').join(': ')}\n`)
    },
    end: () => {},
  }
}

function barLine(job: Shown): string {
  const share = job.total === null || job.total === 0 ? null : Math.min(1, job.done / job.total)
  const full = share === null ? 0 : Math.round(share * BAR)
  const bar =
    share === null
      ? ' '.repeat(BAR + 5)
      : `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${padTo(`${Math.floor(share * 100)}%`, 4, 'right')}`
  return [padTo(cutTo(oneLine(job.stage), STAGE), STAGE, 'left'), bar, ...amounts(job)].join(' ')
}

/** How much of how much, how fast, how long still: in one part, or none where nothing is known yet. */
function amounts(job: Shown): string[] {
  const inBytes = job.unit === 'bytes'
  const amount = inBytes ? bytes : count
  const unit = inBytes ? '' : ` ${oneLine(job.unit)}`
  const done = job.total === null ? amount(job.done) : `${amount(job.done)} of ${amount(job.total)}`
  const parts = job.done === 0 && job.total === null ? [] : [`${done}${unit}`]
  if (job.rate !== null && job.rate >= 1) parts.push(`${amount(Math.round(job.rate))}/s`)
  if (job.secondsLeft !== null) parts.push(`${duration(job.secondsLeft)} left`)
  return parts.length === 0 ? [] : [parts.join(', ')]
}
