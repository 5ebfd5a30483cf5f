// Composes a letter from its draft: what the law wants said stands in the template, what the clerk settled is put in.
import type { LetterDraft, LetterKind, LetterWords } from '../../../../shared/domain/request/letter.ts'
import { type Block, list, paragraph, wordsOf } from './blocks.ts'
import { assistanceBlocks } from './compose-assistance.ts'
import { denialBlocks, determinationBlocks } from './compose-determination.ts'
import { feeBlocks } from './compose-fees.ts'
import { noRecordsBlocks } from './compose-none.ts'
import { instalmentBlocks, recallBlocks } from './compose-production.ts'
import type { LetterFacts } from './facts.ts'

/** The letter word for word. */
export function composeLetter(draft: LetterDraft, facts: LetterFacts): LetterWords {
  const { city, head, date, request, parts, say } = facts
  const answered = parts.filter(({ number }) => draft.parts.includes(number))
  const blocks = [
    paragraph(received(facts)),
    ...(answered.length > 0
      ? [paragraph(say('every', 'parts')), list(answered.map(({ number, title }) => `Part ${number}: ${title}`))]
      : []),
    ...bodyOf(draft, facts),
    ...wordsOf(draft.remarks),
    ...closing(draft, facts),
  ]
  const to = draft.to
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return {
    head: [city, ...head],
    date,
    to,
    subject: `${say(draft.kind, 'subject')} (${request.id})`,
    blocks,
    signature: signatureOf(draft, facts),
  }
}

function bodyOf(draft: LetterDraft, facts: LetterFacts): Block[] {
  switch (draft.kind) {
    case 'acknowledgement':
      return acknowledgement(facts)
    case 'extension':
      return extension(draft, facts)
    case 'determination':
    case 'idr-determination':
      return determinationBlocks(draft.kind, draft, facts)
    case 'idr-advice':
      return advice(draft, facts)
    case 'instalment':
      return instalmentBlocks(draft, facts)
    case 'assistance':
      return assistanceBlocks(draft, facts)
    case 'none':
      return noRecordsBlocks(draft, facts)
    case 'denial':
      return [
        paragraph(facts.say('denial', 'denies')),
        ...wordsOf(draft.reasons),
        ...denialBlocks('denial', draft, facts),
      ]
    case 'fees':
      return feeBlocks(draft, facts)
    case 'recall':
      return recallBlocks(draft, facts)
    case 'closure':
      return [paragraph(facts.say('closure', 'closed'))]
  }
}

function acknowledgement({ dates, say, day }: LetterFacts): Block[] {
  const due = dates.find(({ duty }) => duty === 'cpra-determination')?.due
  return [
    paragraph(
      due == null ? say('acknowledgement', 'determines') : say('acknowledgement', 'determines-by', { day: day(due) }),
    ),
    paragraph(say('acknowledgement', 'narrow')),
  ]
}

function extension(draft: LetterDraft, facts: LetterFacts): Block[] {
  const day = draft.day === null ? '…' : facts.day(draft.day)
  return [
    paragraph(facts.say('extension', 'needs')),
    list(draft.grounds.map((id) => groundWords(facts, id))),
    ...wordsOf(draft.facts),
    paragraph(facts.say('extension', 'expects', { day })),
  ]
}

function advice(draft: LetterDraft, facts: LetterFacts): Block[] {
  const { say } = facts
  const due = facts.dates.find(({ duty }) => duty === 'idr-determination')?.due
  return [
    paragraph(say('idr-advice', 'needs')),
    list(draft.grounds.map((id) => groundWords(facts, id))),
    ...wordsOf(draft.facts),
    paragraph(due == null ? say('idr-advice', 'tells') : say('idr-advice', 'tells-by', { day: facts.day(due) })),
  ]
}

function closing({ kind }: LetterDraft, { hasOrdinance, say }: LetterFacts): Block[] {
  return !hasOrdinance || NO_COMPLAINT.includes(kind) ? [] : [paragraph(say('every', 'mediation'))]
}

/** Letters that deny, delay and end nothing. */
const NO_COMPLAINT: readonly LetterKind[] = ['acknowledgement', 'assistance', 'recall']

function groundWords({ law }: LetterFacts, id: string): string {
  const ground = law.get(id)
  return ground === undefined ? id : `${ground.text} (${ground.citation})`
}

function received({ request: { id, portal, receivedOn }, city, say, day }: LetterFacts): string {
  const values = { day: day(receivedOn), city, number: id }
  return portal === null || portal === id
    ? say('every', 'received', values)
    : say('every', 'received-portal', { ...values, portal })
}

function signatureOf({ capacity }: LetterDraft, { signer, city, say }: LetterFacts): string[] {
  if (signer === null) return ['…']
  return [signer.name, signer.title, capacity === null ? '' : say('every', capacity), city].filter(
    (line) => line !== '',
  )
}
