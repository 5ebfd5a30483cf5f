// How each date of a request stands, by what was sent: a draft, a signature, a packet that was built meet nothing.
import type { Duty } from '../calendar/clock.ts'
import type { LocalDate } from '../time.ts'
import type { LetterDraft, LetterKind } from './letter.ts'

/**
 * `possible`: an extension that nobody has used. `used`: one that a notice sent in time used. `extended`: the date that it replaced.
 * `late`: met, and after the last day by statute.
 */
export type ClockState = 'running' | 'met' | 'late' | 'possible' | 'used' | 'extended' | 'unneeded'

/** A letter that went out. */
export interface SentLetter {
  readonly kind: LetterKind
  readonly on: LocalDate
  readonly draft: Pick<LetterDraft, 'complete' | 'day' | 'outcome'>
}

/** Letters that are a determination under both laws; that the City has none is one. */
const DETERMINATIONS: readonly LetterKind[] = ['determination', 'idr-determination', 'none']

const ANSWERS: Readonly<Record<Duty, (letter: SentLetter) => boolean>> = {
  'cpra-determination': isDetermination,
  'cpra-extension': isDetermination,
  'extended-answer': isDetermination,
  'idr-response': (letter) => letter.kind === 'idr-advice' || isDetermination(letter) || isComplete(letter),
  'idr-determination': (letter) => isDetermination(letter) || isComplete(letter),
  'idr-production': (letter) => isComplete(letter) || disclosesNothing(letter),
  'estimated-availability': isComplete,
  mediation: () => false,
}

/** Whether a letter decides what is disclosed. */
export function isDetermination({ kind }: Pick<SentLetter, 'kind'>): boolean {
  return DETERMINATIONS.includes(kind)
}

/**
 * The day that the City named last to the requester for records: in a determination, or in a letter that handed a part of them out; null
 * where it named none.
 */
export function promisedDay(sent: readonly SentLetter[]): LocalDate | null {
  const promises = inOrder(sent).filter(
    (letter) =>
      (isDetermination(letter) && letter.draft.outcome !== 'deny') ||
      (letter.kind === 'instalment' && !letter.draft.complete),
  )
  return promises.findLast(({ draft }) => draft.day !== null)?.draft.day ?? null
}

/** The notice of extension that went out in time, if one did: only the first counts (law.md §1.2). */
export function timelyExtension(sent: readonly SentLetter[], lastDay: LocalDate | null): SentLetter | undefined {
  const first = inOrder(sent).find(({ kind }) => kind === 'extension')
  return first !== undefined && lastDay !== null && first.on <= lastDay ? first : undefined
}

/**
 * How a date stands.
 * @param lastDay its last day by statute, null where none can be told
 * @param extended whether a notice of extension went out in time
 */
export function clockState(
  duty: Duty,
  lastDay: LocalDate | null,
  sent: readonly SentLetter[],
  extended: boolean,
): { readonly state: ClockState; readonly metOn: LocalDate | null } {
  const answer = inOrder(sent).find(ANSWERS[duty])
  if (duty === 'cpra-extension') return { state: extended ? 'used' : answer ? 'unneeded' : 'possible', metOn: null }
  const replaced = duty === 'cpra-determination' && extended
  if (answer === undefined) return { state: replaced ? 'extended' : 'running', metOn: null }
  const late = lastDay !== null && answer.on > lastDay
  return late && replaced ? { state: 'extended', metOn: null } : { state: late ? 'late' : 'met', metOn: answer.on }
}

function isComplete({ kind, draft }: SentLetter): boolean {
  return kind === 'instalment' && draft.complete
}

function disclosesNothing({ kind, draft }: SentLetter): boolean {
  return kind === 'none' || (DETERMINATIONS.includes(kind) && draft.outcome === 'deny')
}

function inOrder(sent: readonly SentLetter[]): SentLetter[] {
  return sent.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
}
