// Fees as lines of text: kind; words; per; dollars.
import { FeeKind, FeeLine } from '../../../shared/domain/request/fee.ts'

/** Cents as dollars, `$0.10`. */
export function dollars(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`
}

/** Reads lines such as `copy; Letter or legal, black and white; page; 0.10`; those that do not fit come back as they stand. */
export function readFeeLines(text: string): { readonly lines: FeeLine[]; readonly wrong: string[] } {
  const lines: FeeLine[] = []
  const wrong: string[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [kind, words, per, amount = '', ...rest] = line.split(';').map((cell) => cell.trim())
    const cents = /^\$?\d{1,5}(\.\d{1,2})?$/.test(amount) ? Math.round(Number(amount.replace('$', '')) * 100) : null
    const read = FeeLine.safeParse({ kind: FeeKind.safeParse(kind).data, words, per, cents })
    if (read.success && rest.length === 0) lines.push(read.data)
    else wrong.push(line)
  }
  return { lines, wrong }
}
