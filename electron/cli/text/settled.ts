// Who settled something, in words: with whom, when and why.
import type { SettledBy } from '../../../shared/contract/approval.ts'
import { when } from './number.ts'

/** `Rosa Imai and Dana Whitfield, 2026-11-20 10:00: why`, or that nobody has. */
export function settledBy(settled: SettledBy | null, zone: string): string {
  if (settled === null) return 'nobody: what is usual counts'
  const { by, at, reason, second } = settled
  return `${by}${second === null ? '' : ` and ${second}`}, ${when(at, zone)}${reason === '' ? '' : `: ${reason}`}`
}
