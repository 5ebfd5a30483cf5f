// What a letter says that hands a packet out, or takes one back.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { LetterDraft } from '../../../../shared/domain/request/letter.ts'
import type { Production } from '../../../../shared/domain/request/request.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { type Block, list, paragraph, wordsOf } from './blocks.ts'
import type { LetterFacts } from './facts.ts'

/** The blocks of a letter that goes with a part of the records. A determination is another letter. */
export function instalmentBlocks(draft: LetterDraft, facts: LetterFacts): Block[] {
  const rest = draft.complete
    ? 'With this, everything that the City discloses in answer to your request has been provided.'
    : draft.day === null
      ? 'More will follow.'
      : `More will follow; the City expects to provide the next part by ${readableDay(draft.day)}.`
  return [...handedOut(draft, facts), ...wordsOf(draft.facts), paragraph(rest)]
}

/** The blocks of a letter that recalls a packet (Ardon v. City of Los Angeles (2016) 62 Cal.4th 1176). */
export function recallBlocks(draft: LetterDraft, facts: LetterFacts): Block[] {
  const production = productionOf(draft, facts)
  const later = facts.request.productions.find(
    ({ id, packetDigest }) => production !== undefined && id > production.id && packetDigest !== null,
  )
  return [
    paragraph(
      'The City provided these records to you by mistake in the form in which you received them, and recalls them:',
    ),
    ...named(production, facts),
    ...wordsOf(draft.facts),
    paragraph(
      'That they were provided by mistake waives no privilege and no exemption (Ardon v. City of Los Angeles (2016) 62 Cal.4th 1176). The City asks you to stop reading and using them, to pass them on to nobody, to return or destroy every copy, and to confirm in writing that you have done so, and to whom you have passed them on.',
    ),
    paragraph(
      later === undefined
        ? 'The City will provide records in place of them.'
        : `Production ${later.id} (${later.packetName ?? ''}) takes their place. It names for each record the one that it replaces where that was provided before.`,
    ),
  ]
}

/** The production that a letter names; undefined where it names none. */
export function productionOf({ production }: LetterDraft, { request }: LetterFacts): Production | undefined {
  return request.productions.find(({ id }) => id === production)
}

function handedOut(draft: LetterDraft, facts: LetterFacts): Block[] {
  const production = productionOf(draft, facts)
  return production === undefined ? [] : [paragraph('With this letter the City provides:'), ...named(production, facts)]
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
