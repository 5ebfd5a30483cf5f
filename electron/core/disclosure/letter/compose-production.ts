// What a letter says that hands a packet out, or takes one back.
import type { LetterDraft } from '../../../../shared/domain/request/letter.ts'
import type { Production } from '../../../../shared/domain/request/request.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { type Block, list, paragraph, wordsOf } from './blocks.ts'
import type { LetterFacts } from './facts.ts'

/** The blocks of a letter that goes with a part of the records. A determination is another letter. */
export function instalmentBlocks(draft: LetterDraft, facts: LetterFacts): Block[] {
  const { say, day } = facts
  const rest = draft.complete
    ? say('instalment', 'complete')
    : draft.day === null
      ? say('instalment', 'more')
      : say('instalment', 'more-by', { day: day(draft.day) })
  return [...handedOut(draft, facts), ...wordsOf(draft.facts), paragraph(rest)]
}

/** The blocks of a letter that recalls a packet (Ardon v. City of Los Angeles (2016) 62 Cal.4th 1176). */
export function recallBlocks(draft: LetterDraft, facts: LetterFacts): Block[] {
  const { say } = facts
  const production = productionOf(draft, facts)
  const later = facts.request.productions.find(
    ({ id, packetDigest }) => production !== undefined && id > production.id && packetDigest !== null,
  )
  return [
    paragraph(say('recall', 'recalls')),
    ...named(production, facts),
    ...wordsOf(draft.facts),
    paragraph(say('recall', 'waives')),
    paragraph(
      later === undefined
        ? say('recall', 'later')
        : say('recall', 'replaced', { number: later.id, file: later.packetName ?? '' }),
    ),
  ]
}

/** The production that a letter names; undefined where it names none. */
export function productionOf({ production }: LetterDraft, { request }: LetterFacts): Production | undefined {
  return request.productions.find(({ id }) => id === production)
}

function handedOut(draft: LetterDraft, facts: LetterFacts): Block[] {
  const production = productionOf(draft, facts)
  return production === undefined ? [] : [paragraph(facts.say('instalment', 'provides')), ...named(production, facts)]
}

function named(production: Production | undefined, { pages }: LetterFacts): Block[] {
  if (production === undefined) return [paragraph('…')]
  const { id, items, firstNumber, lastNumber, packetName, packetDigest } = production
  const span = pages.get(id)
  const records =
    firstNumber === null || lastNumber === null
      ? 'no records'
      : `${amount(items, 'record')}, ${firstNumber === lastNumber ? firstNumber : `${firstNumber} to ${lastNumber}`}`
  return [
    list([
      `Production ${id}: ${records}${span === undefined ? '' : `, pages ${span}`}`,
      ...(packetName === null ? [] : [`File ${packetName}`]),
      ...(packetDigest === null ? [] : [`SHA-256 of the file: ${packetDigest}`]),
    ]),
  ]
}
