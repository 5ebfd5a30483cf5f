// How far a job is, told at most ten times a second.
import type { Progress } from '../job/define.ts'

const EVERY_MS = 100

export interface ProgressReports {
  report(progress: Progress): void
  /** Tells at once what was not told yet. */
  flush(): void
  latest(): Progress | null
}

/** A new stage is told at once. The last report of a burst is told too, though nothing comes after it: a job may wait long then. */
export function progressReports(send: (progress: Progress) => void): ProgressReports {
  let latest: Progress | null = null
  let sentAt = Number.NEGATIVE_INFINITY
  let later: NodeJS.Timeout | undefined
  let unsent = false
  const flush = () => {
    clearTimeout(later)
    later = undefined
    if (unsent && latest) send(latest)
    unsent = false
    sentAt = performance.now()
  }
  return {
    report: (progress) => {
      const staged = latest?.stage !== progress.stage
      latest = progress
      unsent = true
      const wait = sentAt + EVERY_MS - performance.now()
      if (staged || wait <= 0) flush()
      else later ??= setTimeout(flush, wait)
    },
    flush,
    latest: () => latest,
  }
}
