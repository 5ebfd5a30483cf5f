// What a letter says that found nothing: what was searched, in what, what could not be, and who else was asked. It rests on the search statement.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { LetterDraft } from '../../../../shared/domain/request/letter.ts'
import type { StatementLine } from '../../../../shared/domain/request/search-statement.ts'
import { type Block, list, paragraph, wordsOf } from './blocks.ts'
import type { LetterFacts } from './facts.ts'

/** The blocks of it. */
export function noRecordsBlocks(draft: LetterDraft, { searched: { stored } }: LetterFacts): Block[] {
  const statement = stored?.statement
  if (stored === null || statement === undefined)
    return [paragraph('The City has searched for records that answer your request and has found none.'), paragraph('…')]
  const where = statement.exports.map(
    ({ handle, generatedOn, receivedOn }) =>
      `${handle}: the City’s copy ${generatedOn === null ? `received on ${readableDay(receivedOn)}` : `made on ${readableDay(generatedOn)}`}`,
  )
  const answered = statement.lines.filter(({ kind, answer }) => answer !== null && kind !== 'part')
  const asked = statement.lines.filter(({ kind }) => kind === 'part')
  return [
    paragraph('The City has searched for records that answer your request and has found none. It looked for:'),
    list(statement.searches.map(({ words }) => words)),
    ...(where.length === 0 ? [] : [paragraph('It searched its copies of these accounts:'), list(where)]),
    ...(answered.length === 0
      ? []
      : [paragraph('What these searches do not reach, and what was done about it:'), list(answered.map(both))]),
    ...(asked.length === 0 ? [] : [paragraph('Others were asked:'), list(asked.map(({ facts }) => facts))]),
    ...wordsOf(draft.facts),
    paragraph(
      `The City keeps this as search statement ${stored.version} (SHA-256 ${stored.digest}). It says what was searched; it does not say that nothing exists elsewhere. If you know of an account, a period or words that the City should look for, tell us.`,
    ),
  ]
}

function both({ facts, answer }: StatementLine): string {
  return answer === null ? facts : `${facts} ${answer.words}`
}
