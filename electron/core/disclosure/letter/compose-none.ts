// What a letter says that found nothing: what was searched, in what, what could not be, and who else was asked. It rests on the search statement.
import type { LetterDraft } from '../../../../shared/domain/request/letter.ts'
import type { StatementLine } from '../../../../shared/domain/request/search-statement.ts'
import { type Block, list, paragraph, wordsOf } from './blocks.ts'
import type { LetterFacts } from './facts.ts'

/** The blocks of it. */
export function noRecordsBlocks(draft: LetterDraft, { searched: { stored }, say, day }: LetterFacts): Block[] {
  const statement = stored?.statement
  if (stored === null || statement === undefined) return [paragraph(say('none', 'found')), paragraph('…')]
  const where = statement.exports.map(
    ({ handle, generatedOn, receivedOn }) =>
      `${handle}: the City’s copy ${generatedOn === null ? `received on ${day(receivedOn)}` : `made on ${day(generatedOn)}`}`,
  )
  const answered = statement.lines.filter(({ kind, answer }) => answer !== null && kind !== 'part')
  const asked = statement.lines.filter(({ kind }) => kind === 'part')
  return [
    paragraph(say('none', 'looked')),
    list(statement.searches.map(({ words }) => words)),
    ...(where.length === 0 ? [] : [paragraph(say('none', 'accounts')), list(where)]),
    ...(answered.length === 0 ? [] : [paragraph(say('none', 'beyond')), list(answered.map(both))]),
    ...(asked.length === 0 ? [] : [paragraph(say('none', 'asked')), list(asked.map(({ facts }) => facts))]),
    ...wordsOf(draft.facts),
    paragraph(say('none', 'statement', { version: stored.version, digest: stored.digest })),
  ]
}

function both({ facts, answer }: StatementLine): string {
  return answer === null ? facts : `${facts} ${answer.words}`
}
