// Composes a letter from its draft: what the law wants said stands in the template, what the clerk settled is put in.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { LetterDraft, LetterKind, LetterWords } from '../../../../shared/domain/request/letter.ts'
import { type Block, list, paragraph, wordsOf } from './blocks.ts'
import { assistanceBlocks } from './compose-assistance.ts'
import { denialBlocks, determinationBlocks } from './compose-determination.ts'
import { feeBlocks } from './compose-fees.ts'
import { noRecordsBlocks } from './compose-none.ts'
import { instalmentBlocks, recallBlocks } from './compose-production.ts'
import type { LetterFacts } from './facts.ts'

const SUBJECTS: Readonly<Record<LetterKind, string>> = {
  acknowledgement: 'Your public records request was received',
  extension: 'Notice of extension of time',
  determination: 'Determination on your public records request',
  'idr-advice': 'Your immediate disclosure request: more time is needed',
  'idr-determination': 'Your immediate disclosure request: written determination',
  instalment: 'Records that answer your public records request',
  assistance: 'Help with your public records request',
  none: 'No records that answer your public records request were found',
  denial: 'Your public records request: what is withheld, and why',
  fees: 'Fees for copies on your public records request',
  recall: 'Recall of records provided to you',
  closure: 'Your public records request is closed',
}

/** The letter word for word. */
export function composeLetter(draft: LetterDraft, facts: LetterFacts): LetterWords {
  const { city, head, date, request, parts } = facts
  const answered = parts.filter(({ number }) => draft.parts.includes(number))
  const blocks = [
    paragraph(
      `On ${readableDay(request.receivedOn)} the ${city} received your request for public records${numbers(facts)}.`,
    ),
    ...(answered.length > 0
      ? [
          paragraph('This letter answers these parts of it:'),
          list(answered.map(({ number, title }) => `Part ${number}: ${title}`)),
        ]
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
    subject: `${SUBJECTS[draft.kind]} (${request.id})`,
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
      return determinationBlocks(draft, facts)
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
        paragraph(
          'The City has released the records that it discloses, and denies the rest of your request as set out below.',
        ),
        ...wordsOf(draft.reasons),
        ...denialBlocks(draft, facts),
      ]
    case 'fees':
      return feeBlocks(draft, facts)
    case 'recall':
      return recallBlocks(draft, facts)
    case 'closure':
      return [
        paragraph(
          'Everything that the City discloses in answer to it has been provided, and the City has closed the request. You may ask for more at any time, and may ask that it be reopened.',
        ),
      ]
  }
}

function acknowledgement({ dates }: LetterFacts): Block[] {
  const due = dates.find(({ duty }) => duty === 'cpra-determination')?.due
  const when = due == null ? 'within the time that the California Public Records Act sets' : `by ${readableDay(due)}`
  return [
    paragraph(
      `The City will determine ${when} whether it has records that it must disclose, and will tell you the determination and the reasons for it (Gov. Code 7922.535). That day is for the determination; records may be provided later, in parts.`,
    ),
    paragraph(
      'If you can narrow down what you look for, such as by dates, accounts or words, tell us: we will help you to make the request precise (Gov. Code 7922.600). Nobody has to say why they ask.',
    ),
  ]
}

function extension(draft: LetterDraft, facts: LetterFacts): Block[] {
  const day = draft.day === null ? '…' : readableDay(draft.day)
  return [
    paragraph(
      'The City needs more time to determine whether it has records that it must disclose, for these unusual circumstances, and only to the extent reasonably necessary to process this request properly (Gov. Code 7922.535(b), (c)):',
    ),
    list(draft.grounds.map((id) => groundWords(facts, id))),
    ...wordsOf(draft.facts),
    paragraph(`The City expects to dispatch its determination on ${day}.`),
  ]
}

function advice(draft: LetterDraft, facts: LetterFacts): Block[] {
  const due = facts.dates.find(({ duty }) => duty === 'idr-determination')?.due
  const when = due == null ? 'within seven days of the date of your request' : `by ${readableDay(due)}`
  return [
    paragraph('You asked for immediate disclosure (OMC 2.20.230). Additional time is needed to determine:'),
    list(draft.grounds.map((id) => groundWords(facts, id))),
    ...wordsOf(draft.facts),
    paragraph(`The City will tell you its determinations in writing ${when}.`),
  ]
}

function closing({ kind }: LetterDraft, { hasOrdinance }: LetterFacts): Block[] {
  if (!hasOrdinance || NO_COMPLAINT.includes(kind)) return []
  return [
    paragraph(
      'If you believe that your request was denied, delayed or not completely fulfilled, you may ask the Public Ethics Commission for mediation (OMC 2.20.270). That delays none of your remedies under the California Public Records Act.',
    ),
  ]
}

/** Letters that deny, delay and end nothing. */
const NO_COMPLAINT: readonly LetterKind[] = ['acknowledgement', 'assistance', 'recall']

function groundWords({ law }: LetterFacts, id: string): string {
  const ground = law.get(id)
  return ground === undefined ? id : `${ground.text} (${ground.citation})`
}

function numbers({ request: { id, portal } }: LetterFacts): string {
  const other = portal !== null && portal !== id ? `, in the portal ${portal}` : ''
  return ` (number ${id}${other})`
}

function signatureOf({ capacity }: LetterDraft, { signer, city }: LetterFacts): string[] {
  if (signer === null) return ['…']
  const as =
    capacity === 'designee' ? 'Designee of the head of the agency' : capacity === 'head' ? 'Head of the agency' : ''
  return [signer.name, signer.title, as, city].filter((line) => line !== '')
}
