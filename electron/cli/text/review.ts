// A review in lines: how many are decided how, which are open, what stands elsewhere, who signed.
import type { z } from 'zod'
import type { ReviewHit, reviewList } from '../../../shared/contract/review.ts'
import { ReviewOutcome } from '../../../shared/domain/review/review.ts'
import { count, counted, when } from './number.ts'
import { facts, table } from './table.ts'

const RESTRICTED = '(restricted: not shown)'

const MOST = 50

/** The lines; `more` hits at most are not among those given. */
export function reviewLines(
  { items, grounds, unanswered, signature }: z.output<typeof reviewList.output>,
  hits: readonly ReviewHit[],
  more: number,
  zone: string,
): string[] {
  const open = items.filter(({ outcome }) => outcome === null).map(({ record }) => record)
  return [
    ...facts([
      ['Answer the request', counted(items.length, 'record')],
      ...ReviewOutcome.options.map((one): [string, string] => [
        one,
        count(items.filter(({ outcome }) => outcome === one).length),
      ]),
      ['undecided', count(open.length)],
      ['Signature', signatureLine(signature, zone)],
    ]),
    ...(open.length === 0 ? [] : ['', `Undecided: ${open.slice(0, MOST).join(' ')}${open.length > MOST ? ' …' : ''}`]),
    ...withBlank(
      table(grounds, [
        { title: 'Ground', value: ({ citation }) => citation },
        { title: 'Other law', value: ({ ground }) => ground.law, most: 30 },
        { title: 'What is kept back', value: ({ ground }) => ground.describes, most: 50 },
        { title: 'Records', value: ({ records }) => count(records), side: 'right' },
      ]),
    ),
    ...unanswered.map(
      ({ citation, records }) =>
        `${citation}: nobody has answered whether OMC 2.20.220 requires release of ${counted(records, 'record')} (review ordinance).`,
    ),
    ...withBlank(
      table(hits, [
        { title: 'Redacted words or file', value: ({ words }) => words ?? RESTRICTED, most: 30 },
        { title: 'In', value: ({ redactedIn }) => String(redactedIn) },
        { title: 'Stand in', value: ({ record }) => String(record) },
        { title: 'As', value: ({ shown }) => shown ?? RESTRICTED, most: 60 },
      ]),
    ),
    ...(more > 0 ? [`and perhaps up to ${counted(more, 'more place')}.`] : []),
  ]
}

function signatureLine(signature: z.output<typeof reviewList.output>['signature'], zone: string): string {
  if (signature === null) return 'none'
  const told = `${signature.by}, ${when(signature.at, zone)}${signature.key === null ? '' : `, with key ${signature.key}`}`
  return signature.current ? told : `${told}; something was decided since, so it no longer holds`
}

const withBlank = (lines: readonly string[]) => (lines.length === 0 ? [] : ['', ...lines])
