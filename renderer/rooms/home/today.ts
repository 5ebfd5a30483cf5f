// What needs doing today, the most pressing first: each thing with the place where it is done.
import type { IconName } from '../../ui/icon-paths.ts'

export interface Task {
  readonly id: string
  readonly icon: IconName
  readonly tone: 'plain' | 'warn' | 'bad'
  readonly to: string
  readonly title: string
  readonly about: string
  /** Whether it is off the list once its place was opened from here. */
  readonly once?: boolean
}

/** How pressing a date is: overdue, within three days, or later. */
export function toneOf(daysLeft: number): Task['tone'] {
  if (daysLeft < 0) return 'bad'
  return daysLeft <= 3 ? 'warn' : 'plain'
}

const ranks = { bad: 0, warn: 1, plain: 2 }

/** The tasks by how pressing they are, otherwise in the order given, without those that were looked at. */
export function inOrder(tasks: readonly Task[], looked: ReadonlySet<string>): Task[] {
  return tasks
    .filter(({ id, once }) => !(once && looked.has(id)))
    .toSorted((one, other) => ranks[one.tone] - ranks[other.tone])
}
