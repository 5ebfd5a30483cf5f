// How fast a job goes and how long it will take: an average over the last seconds, shown, never kept.
import type { Job } from '../../../shared/domain/job.ts'
import type { Progress } from '../job/define.ts'

const WINDOW_MS = 8000

export interface Pace {
  report(progress: Progress): void
  /** The row with the newest progress, its rate (units a second) and the seconds left. */
  onto(job: Job): Job
}

/** Follows one run of a job. */
export function paced(): Pace {
  let latest: Progress | null = null
  let marks: { readonly at: number; readonly done: number }[] = []
  return {
    report: (progress) => {
      // What counts other things, or from the beginning again, is as fast as nothing before it was.
      const isAnother = latest?.stage !== progress.stage || latest.unit !== progress.unit || progress.done < latest.done
      if (isAnother) marks = []
      latest = progress
      const now = performance.now()
      marks = [...marks.filter((mark) => now - mark.at < WINDOW_MS), { at: now, done: progress.done }]
    },
    onto: (job) => {
      if (latest === null) return job
      const first = marks[0]
      const last = marks.at(-1)
      const seconds = first && last ? (last.at - first.at) / 1000 : 0
      const rate = first && last && seconds > 0.5 ? (last.done - first.done) / seconds : null
      const left = rate && latest.total !== null ? Math.max(0, (latest.total - latest.done) / rate) : null
      return { ...job, ...latest, rate, secondsLeft: left }
    },
  }
}
