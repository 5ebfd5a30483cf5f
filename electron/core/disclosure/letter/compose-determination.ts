// What a determination says: whether records are disclosed, when they will be available, what is withheld, by which law, by whom.
import type { LawEntry } from '../../../../shared/contract/law.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { LetterDraft } from '../../../../shared/domain/request/letter.ts'
import { type Block, list, paragraph, wordsOf } from './blocks.ts'
import type { LetterFacts } from './facts.ts'

/** The blocks of a determination under either law. */
export function determinationBlocks(draft: LetterDraft, facts: LetterFacts): Block[] {
  const { outcome, reasons } = draft
  return [paragraph(OUTCOMES[outcome ?? 'disclose']), ...wordsOf(reasons), ...available(draft), ...denied(draft, facts)]
}

const OUTCOMES = {
  disclose: 'The City has determined that it has records that answer your request and that it will disclose them.',
  'in-part':
    'The City has determined that it has records that answer your request. It will disclose them in part: your request is denied in part, as set out below.',
  deny: 'The City has determined that it has records that answer your request and that it must or may withhold them. Your request is denied, as set out below.',
} as const

/** Gov. Code 7922.535(a): the estimated date and time; the determination is not the production. */
function available({ outcome, day, time }: LetterDraft): Block[] {
  if (outcome === 'deny') return []
  const when = day === null ? '…' : readableDay(day)
  return [
    paragraph(
      `The City estimates that the records will be available on ${when}${time === '' ? '' : `, ${time}`}. They may be provided in parts, some of them earlier.`,
    ),
  ]
}

function denied(draft: LetterDraft, facts: LetterFacts): Block[] {
  return draft.outcome === 'disclose' || draft.outcome === null ? [] : denialBlocks(draft, facts)
}

/** Gov. Code 7922.540: in writing, with the grounds, and the names and titles of those responsible. */
export function denialBlocks({ exemptions, responsible }: LetterDraft, { law }: LetterFacts): Block[] {
  return [
    paragraph('What is withheld is withheld under:'),
    list(exemptions.map((id) => exemptionWords(law.get(id), id))),
    paragraph('Responsible for the denial (Gov. Code 7922.540(b)):'),
    list(responsible.map(({ name, title }) => (title === '' ? name : `${name}, ${title}`))),
  ]
}

function exemptionWords(entry: LawEntry | undefined, id: string): string {
  if (entry === undefined) return id
  const former = entry.exemption?.former ? `, formerly ${entry.exemption.former}` : ''
  return `${entry.citation}${former}: ${entry.title}`
}
