// The entries of a plan's lists as the command line prints them.
import {
  answerWords,
  type ListedRow,
  listedStandingWords,
  listKindWords,
} from '../../../shared/domain/disposition/listed.ts'
import { table } from '../text/table.ts'

/** A table of the entries that are more than open requests which are open here; nothing where there are none. */
export function listedLines(rows: readonly ListedRow[]): string[] {
  return table(rows, [
    { title: 'List', value: ({ kind }) => listKindWords[kind].one },
    { title: 'Entry', value: ({ number }) => number, most: 24 },
    { title: 'What it says', value: ({ words }) => words, most: 40 },
    { title: 'Here', value: ({ standing, here }) => [listedStandingWords[standing], here].filter(Boolean).join(': ') },
    {
      title: 'Answer',
      value: ({ answer, open, here }) =>
        open
          ? 'to be answered'
          : answer === null
            ? ''
            : `${answerWords(answer, here)}, until ${answer.until}: ${answer.reason} (${answer.by}, ${answer.second})`,
      most: 90,
    },
  ])
}
