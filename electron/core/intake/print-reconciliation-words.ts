// The sums of a printed reconciliation, and in words what became of items.
import type { ReconciliationLine } from '../../../shared/domain/intake/reconciliation.ts'
import { grouped } from '../../../shared/text/amount.ts'

/** How many items of a line were passed over, for whatever reason. */
export function passedOverOf({ passedOver }: ReconciliationLine): number {
  return passedOver.reduce((sum, { count }) => sum + count, 0)
}

/** Items of a line that were read and of which nothing became: 0 by the law of a line. */
export function lostOf(line: ReconciliationLine): number {
  return line.read - line.stored - line.versions - line.same - line.merged - passedOverOf(line) - line.failed
}

/** Whether something on a line is unexplained. */
export function isUnexplained(line: ReconciliationLine): boolean {
  return (line.difference ?? 0) !== 0 || lostOf(line) !== 0
}

/** How many items became what. */
type Outcomes = Pick<ReconciliationLine, 'stored' | 'versions' | 'same' | 'merged' | 'failed'> & {
  readonly passedOver: number
}

/** What became of items, as a sum that makes up what was read: `24 new + 5 changed + 1,479 unchanged`. */
export function outcomesInWords({ stored, versions, same, merged, passedOver, failed }: Outcomes): string {
  const parts = [
    [stored, 'new'],
    [versions, 'changed'],
    [same, 'unchanged'],
    [merged, 'merged'],
    [passedOver, 'passed\u00a0over'],
    [failed, 'failed'],
  ] as const
  return parts
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${grouped(count)}\u00a0${word}`)
    .join(' + ')
}
