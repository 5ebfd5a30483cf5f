// What a letter says that asks for fees: copies and media as the schedule has them, and that looking at records costs nothing.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { dollars, feeTotal, type RequestFee } from '../../../../shared/domain/request/fee.ts'
import type { LetterDraft } from '../../../../shared/domain/request/letter.ts'
import { type Block, list, paragraph, wordsOf } from './blocks.ts'
import type { LetterFacts } from './facts.ts'

/** The blocks of it. */
export function feeBlocks(draft: LetterDraft, { fees }: LetterFacts): Block[] {
  const fee = fees.find(({ number }) => number === draft.fee)
  return [
    ...(fee === undefined ? [paragraph('…')] : charged(fee)),
    ...wordsOf(draft.facts),
    paragraph(
      'Nothing is charged for searching, reviewing or redacting, and nothing for looking at the records: you may inspect them free of charge during office hours (Gov. Code 7922.525).',
    ),
  ]
}

function charged(fee: RequestFee): Block[] {
  const { schedule, lines, state, settledHow, settledOn } = fee
  const programming = lines.find(({ kind }) => kind === 'programming')
  return [
    paragraph(
      `The City charges the direct cost of the copies that you asked for (Gov. Code 7922.530(a), 7922.575(a)), by its fee schedule “${schedule.name}” in force since ${readableDay(schedule.validFrom)} (${schedule.source}):`,
    ),
    list(
      lines.map(
        ({ words, per, cents, quantity }) =>
          `${words}: ${quantity} × ${dollars(cents)} per ${per}, ${dollars(cents * quantity)}`,
      ),
    ),
    ...(programming === undefined
      ? []
      : [
          paragraph(
            `The cost of programming and computer services is charged because ${programming.because} (Gov. Code 7922.575(b)). ${programming.attorney} of the City Attorney’s Office has approved it.`,
          ),
        ]),
    paragraph(
      state === 'waived'
        ? `The total would be ${dollars(feeTotal(lines))}; the City waived it${settledOn === null ? '' : ` on ${readableDay(settledOn)}`}: ${settledHow ?? ''}`
        : `The total is ${dollars(feeTotal(lines))}.`,
    ),
  ]
}
