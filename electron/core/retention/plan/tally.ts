// What a plan comes to: counts by series and by reason, with the first records of each, however many there are.
import type { ExclusionReason } from '../../../../shared/domain/disposition/disposition.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import type { CompiledSchedule } from '../../../../shared/domain/schedule/schedule.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { reasonWords } from './reason-words.ts'
import type { PlanVerdict } from './verdict.ts'

/** Records that stand first in a report; the list of all is the CSV. */
const FIRST = 200

/** A group of records: how many, from which local days, the first of them. */
export interface Group {
  records: number
  from: LocalDate | null
  to: LocalDate | null
  readonly first: { readonly id: RecordId; readonly on: LocalDate | null; readonly detail: string }[]
}

/** The eligible by series code, and the kept by reason; `next`: the first day on which one of those may go. */
export interface PlanTally {
  readonly eligible: ReadonlyMap<string, Group>
  readonly kept: ReadonlyMap<ExclusionReason, Group & { next: LocalDate | null }>
  readonly counts: { readonly eligible: number; readonly waiting: number; readonly excluded: number }
}

/** Counts one record after another. @param day its local day, null where unknown; `waits`: for a package that holds a held record */
export function tallying(): {
  add(id: RecordId, day: LocalDate | null, judged: PlanVerdict, waits: boolean): void
  readonly tally: PlanTally
} {
  const eligible = new Map<string, Group>()
  const kept = new Map<ExclusionReason, Group & { next: LocalDate | null }>()
  const counts = { eligible: 0, waiting: 0, excluded: 0 }
  return {
    add: (id, day, judged, waits) => {
      if (judged.eligible) {
        counts.eligible += 1
        if (waits) counts.waiting += 1
        const group = eligible.get(judged.series) ?? emptyGroup()
        eligible.set(judged.series, group)
        return enter(group, id, day, judged.on, '')
      }
      counts.excluded += 1
      const group = kept.get(judged.reason) ?? { ...emptyGroup(), next: null }
      kept.set(judged.reason, group)
      enter(group, id, day, judged.on, judged.detail)
      if (judged.on !== null && (group.next === null || judged.on < group.next)) group.next = judged.on
    },
    tally: { eligible, kept, counts },
  }
}

/** The counts as the summary of a plan has them: series in the order of the schedule, reasons in the order of `reasonWords`. */
export function countsOf({ eligible, kept }: PlanTally, { terms }: CompiledSchedule) {
  return {
    bySeries: [...terms.values()].flatMap(({ series: { code, title } }) => {
      const group = eligible.get(code)
      return group ? [{ series: code, title, eligible: group.records }] : []
    }),
    byReason: reasons.flatMap((reason) => {
      const group = kept.get(reason)
      return group ? [{ reason, sentence: reasonWords[reason].sentence, records: group.records }] : []
    }),
  }
}

/** Every reason, in the order in which reports list them. */
const reasons: readonly ExclusionReason[] = [
  'on-hold',
  'excluded-34090',
  'permanent',
  'indefinite',
  'not-yet',
  'under-two-years',
  'awaiting-trigger',
  'transfer-to-archives',
  'review-required',
  'historical-waits',
  'not-transferred',
  'no-receipt',
  'changed-since-transfer',
  'not-lasting',
  'untagged',
  'series-unknown',
  'code-unmapped',
  'protection-unanswered',
  'date-unknown',
  'schedule-not-in-force',
]

function emptyGroup(): Group {
  return { records: 0, from: null, to: null, first: [] }
}

function enter(group: Group, id: RecordId, day: LocalDate | null, on: LocalDate | null, detail: string): void {
  group.records += 1
  if (group.first.length < FIRST) group.first.push({ id, on, detail })
  if (day === null) return
  if (group.from === null || day < group.from) group.from = day
  if (group.to === null || day > group.to) group.to = day
}
