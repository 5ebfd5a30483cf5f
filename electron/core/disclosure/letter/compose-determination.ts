// What a determination says: whether records are disclosed, when they will be available, what is withheld, by which law, by whom.
import type { LawEntry } from '../../../../shared/contract/law.ts'
import type { LetterDraft } from '../../../../shared/domain/request/letter.ts'
import { type Block, list, paragraph, wordsOf } from './blocks.ts'
import type { LetterFacts } from './facts.ts'

type Determination = 'determination' | 'idr-determination'

/** The blocks of a determination under either law. */
export function determinationBlocks(kind: Determination, draft: LetterDraft, facts: LetterFacts): Block[] {
  const { outcome, reasons } = draft
  return [
    paragraph(facts.say(kind, outcome ?? 'disclose')),
    ...wordsOf(reasons),
    ...available(kind, draft, facts),
    ...(outcome === 'disclose' || outcome === null ? [] : denialBlocks(kind, draft, facts)),
  ]
}

/** Gov. Code 7922.535(a): the estimated date and time; the determination is not the production. */
function available(kind: Determination, { outcome, day, time }: LetterDraft, facts: LetterFacts): Block[] {
  if (outcome === 'deny') return []
  const when = day === null ? '…' : facts.day(day)
  return [
    paragraph(
      time === '' ? facts.say(kind, 'available', { day: when }) : facts.say(kind, 'available-at', { day: when, time }),
    ),
  ]
}

/** Gov. Code 7922.540: in writing, with the grounds, and the names and titles of those responsible. */
export function denialBlocks(
  kind: Determination | 'denial',
  { exemptions, responsible }: LetterDraft,
  { law, say }: LetterFacts,
): Block[] {
  return [
    paragraph(say(kind, 'withheld')),
    list(exemptions.map((id) => exemptionWords(law.get(id), id))),
    paragraph(say(kind, 'responsible')),
    list(responsible.map(({ name, title }) => (title === '' ? name : `${name}, ${title}`))),
  ]
}

function exemptionWords(entry: LawEntry | undefined, id: string): string {
  if (entry === undefined) return id
  const former = entry.exemption?.former ? `, formerly ${entry.exemption.former}` : ''
  return `${entry.citation}${former}: ${entry.title}`
}
