// Why records of a plan stay, in lines.
import type { PassedOver } from '../../../shared/domain/disposition/destruction.ts'
import { counted } from './number.ts'

/** Records that a line names, and lines at most. */
const [NAMED, MOST] = [5, 20]

/** A line for each reason, with how many records it keeps and the first of them. */
export function stayLines(stays: readonly PassedOver[]): string[] {
  const reasons = [...Map.groupBy(stays, ({ detail }) => detail)]
  const lines = reasons.slice(0, MOST).map(([detail, records]) => {
    const first = records.slice(0, NAMED).map(({ recordId }) => recordId)
    return `Stays, ${counted(records.length, 'record')} (${first.join(', ')}${records.length > NAMED ? ' …' : ''}): ${detail}`
  })
  const more = reasons.length - MOST
  return more > 0 ? [...lines, `Stays for ${counted(more, 'more reason')}: the certificate names each record.`] : lines
}
