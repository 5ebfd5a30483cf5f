// Copies of a record, line by line.
import type { RecordCopies } from '../../../shared/contract/record-copies.ts'
import { copyWords } from '../../../shared/domain/disposition/copy.ts'
import { counted, when } from './number.ts'

/** Where else a record is. */
export function copyLines({ destroyed, custody, packets, outside, more }: RecordCopies, zone: string): string[] {
  return [
    destroyed === null
      ? 'The record is in the vault. Besides, as far as Muniment knows:'
      : `${custody === null ? 'The record was destroyed' : `Custody given to ${custody}`}: certificate ${destroyed}. Copies that Muniment knows of:`,
    ...packets.map(
      ({ production, request, label, kept, sentOn, posted }) =>
        `  ${label} in production ${production} of request ${request}; ${kept ? 'its packet is kept in the vault' : 'its packet is not in the vault'}${sentOn === null ? '' : `; sent ${sentOn}`}${posted.length === 0 ? '' : `; published at ${posted.join(', ')}`}`,
    ),
    ...outside.map(
      ({ kind, name, place, at, sure }) =>
        `  ${place}: ${name}, ${copyWords[kind]}, made ${when(at, zone)}; ${sure ? 'it holds the record' : 'it may hold the record'}`,
    ),
    ...(more > 0 ? [`  and ${counted(more, 'older copy', 'older copies')} outside`] : []),
    ...(packets.length + outside.length + more === 0 ? ['  none'] : []),
  ]
}
