// What a letter says that asks for fees: copies and media as the schedule has them, and that looking at records costs nothing.
import { dollars, feeTotal, type RequestFee } from '../../../../shared/domain/request/fee.ts'
import type { LetterDraft } from '../../../../shared/domain/request/letter.ts'
import { type Block, list, paragraph, wordsOf } from './blocks.ts'
import type { LetterFacts } from './facts.ts'
import type { Wording } from './say.ts'

/** The blocks of it. */
export function feeBlocks(draft: LetterDraft, facts: LetterFacts): Block[] {
  const fee = facts.fees.find(({ number }) => number === draft.fee)
  return [
    ...(fee === undefined ? [paragraph('…')] : charged(fee, facts)),
    ...wordsOf(draft.facts),
    paragraph(facts.say('fees', 'free')),
  ]
}

function charged(fee: RequestFee, { say, day }: LetterFacts): Block[] {
  const { schedule, lines } = fee
  const programming = lines.find(({ kind }) => kind === 'programming')
  const { name, validFrom, source } = schedule
  return [
    paragraph(say('fees', 'charges', { schedule: name, day: day(validFrom), source })),
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
            say('fees', 'programming', {
              because: String(programming.because),
              attorney: String(programming.attorney),
            }),
          ),
        ]),
    paragraph(totalWords(fee, { say, day })),
  ]
}

function totalWords({ lines, state, settledHow, settledOn }: RequestFee, { say, day }: Wording): string {
  const total = dollars(feeTotal(lines))
  if (state !== 'waived') return say('fees', 'total', { total })
  const values = { total, why: settledHow ?? '' }
  return settledOn === null
    ? say('fees', 'waived', values)
    : say('fees', 'waived-on', { ...values, day: day(settledOn) })
}
