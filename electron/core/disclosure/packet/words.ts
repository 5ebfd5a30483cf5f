// Sizes in words.
import { amount } from '../../../../shared/text/amount.ts'

/** A size in bytes as people read it: `350 bytes`, `1.2 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return amount(bytes, 'byte')
  const [unit, divisor] =
    bytes < 999_500 ? (['KB', 1e3] as const) : bytes < 999_500_000 ? (['MB', 1e6] as const) : (['GB', 1e9] as const)
  const value = bytes / divisor
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${unit}`
}
