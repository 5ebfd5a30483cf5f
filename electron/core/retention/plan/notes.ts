// What must be known of a plan before anybody approves it, in sentences; and whether it can be executed at all.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { isExecutable, listsNotOf, type PlanBody } from '../../../../shared/domain/disposition/disposition.ts'
import { listedMissing, listedTold } from '../../../../shared/domain/disposition/listed-judge.ts'
import { Instant, localDate, readableInstant } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'

/** Commands that were carried out while the plan's job was starting are later than it, and no sign of a wrong clock. */
const STARTING = 60_000

type Head = Pick<PlanBody, 'openRequests' | 'claims' | 'listed' | 'listsWithinDays' | 'drawnUpAt' | 'asOf' | 'zone'>

/** What a plan was drawn up in sight of. `latestEntry`: ms since 1970 UTC of the ledger's latest entry. */
export interface Circumstances {
  readonly latestEntry: number | null
  readonly outdoneLists: readonly string[]
  readonly unmappedCodes: readonly string[]
  readonly unitDecided: boolean
  readonly unanswered: readonly string[]
  readonly searchesNotUnderstood: readonly string[]
}

/** The notes of a plan; `executable` false makes it a report. */
export function planNotes(
  head: Head,
  { latestEntry, outdoneLists, unitDecided, unmappedCodes, unanswered, searchesNotUnderstood }: Circumstances,
) {
  const notes: string[] = []
  const missing = [
    ...(head.openRequests === null ? ['the list of open records requests'] : []),
    ...(head.claims === null ? ['the list of claims'] : []),
  ]
  if (missing.length > 0) {
    notes.push(`This is a report and cannot be executed: it was drawn up without ${missing.join(' and ')}.`)
  }
  const today = localDate(head.drawnUpAt, head.zone)
  for (const { name, datedOn } of listsNotOf(head, today)) {
    notes.push(
      datedOn > today
        ? `This is a report and cannot be executed: “${name}” is said to be of ${readableDay(datedOn)}, which has not come yet.`
        : `This is a report and cannot be executed: “${name}” is of ${readableDay(datedOn)}, and a list may be ${amount(head.listsWithinDays, 'day')} old.`,
    )
  }
  notes.push(...outdoneLists.map((one) => `Before it can be carried out: ${one}`))
  if (head.listed !== undefined) {
    notes.push(
      ...listedMissing(head.listed).map((one) => `Before anybody can approve it: ${one}`),
      ...listedTold(head.listed),
    )
  }
  const clockBehind = latestEntry !== null && latestEntry > head.drawnUpAt + STARTING
  if (clockBehind) {
    const last = readableInstant(Instant.parse(latestEntry), head.zone)
    notes.push(
      `Destruction is blocked: this computer’s clock is behind the ledger, whose last entry is of ${last}. Set the clock right and plan again.`,
    )
  }
  if (head.asOf > today) {
    notes.push(
      `This plan is for ${readableDay(head.asOf)}, which has not come yet: nothing may be destroyed before that day.`,
    )
  }
  if (unmappedCodes.length > 0) {
    notes.push(
      `The legend does not explain ${unmappedCodes.join(', ')}: series with these codes are not computed and stay.`,
    )
  }
  if (!unitDecided) {
    notes.push(
      'Nobody has recorded yet what the City Attorney decided to keep together; until then it is the whole thread of a post.',
    )
  }
  if (unanswered.length > 0) {
    const first = unanswered.slice(0, 5).join(', ')
    const more = unanswered.length > 5 ? ` and ${unanswered.length - 5} more` : ''
    notes.push(
      `Nobody has said whether ${first}${more} can hold what Gov. Code 34090 protects: these series are not computed and stay.`,
    )
  }
  for (const search of searchesNotUnderstood) {
    notes.push(`The search of a hold is not understood any more and was taken to cover everything: “${search}”.`)
  }
  return { notes, executable: isExecutable(head, today) && !clockBehind }
}
