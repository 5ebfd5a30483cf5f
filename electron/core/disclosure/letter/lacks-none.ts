// What stands against saying that the City has no responsive records: a search statement that is missing, old, or has lines without an answer.
import { isLineAnswered } from '../../../../shared/domain/request/search-statement.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { LetterFacts } from './facts.ts'

/** In sentences; empty where the statement bears the letter. */
export function noRecordsLacks({ searched: { stored, current } }: Pick<LetterFacts, 'searched'>): string[] {
  if (stored === null) return ['Store the search statement first, in Search: this letter rests on it.']
  const { version, statement } = stored
  const open = statement.lines.filter((line) => !isLineAnswered(line))
  const left = statement.responsive - statement.notResponsive
  return [
    ...(current
      ? []
      : [
          `Something changed since search statement ${version} was stored: answer its lines as they are now and store it anew.`,
        ]),
    ...(open.length === 0
      ? []
      : [
          `${amount(open.length, 'line')} of search statement ${version} ${open.length === 1 ? 'has' : 'have'} no answer: ${open.map(({ facts }) => facts).join(' ')}`,
        ]),
    ...(left === 0
      ? []
      : [
          `Search statement ${version} lists ${amount(left, 'record')} that the review has not found to be not responsive.`,
        ]),
  ]
}
