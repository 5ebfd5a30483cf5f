// What the withholding log says: an entry for each ground on each record (law.md §6.4; OMC 2.20.240, .250; Gov. Code 7922.540).

import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { Exemption } from '../../../../shared/domain/review/exemption.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import type { FrozenDecision, PrintedGround } from '../review/frozen.ts'
import { headlineOf } from './details.ts'
import { type PageSpan, spanInWords } from './pdf-number.ts'
import type { Released } from './released.ts'
import { personInWords } from './statements.ts'

export interface LogRow {
  readonly key: number
  readonly label: string
  /** Its pages in records.pdf. */
  readonly pages: string
  /** Kind, author and recipients, as far as they are released. */
  readonly record: string
  readonly when: string
  readonly part: string
  readonly describes: string
  readonly places: number
  readonly by: string
  readonly on: string
}

/** The entries of one record; none where it is released whole. `zone` is the City's; `pages` are those of records.pdf. */
export function logRows(released: Released, zone: string, pages: PageSpan): LogRow[] {
  const { decision, label, record } = released
  if (decision === null) return []
  return decision.log.map(({ key, describes, places }) => ({
    key,
    label,
    pages: spanInWords(pages),
    record: headlineOf(released),
    when: record.at === null ? 'time not known' : readableDay(localDate(record.at, zone)),
    part: decision.outcome === 'withhold' ? 'in full' : 'in part',
    describes,
    places,
    by: decidedBy(decision),
    on: readableDay(localDate(decision.at, zone)),
  }))
}

function decidedBy({ by }: FrozenDecision): string {
  return by === null ? 'nobody was named' : personInWords(by)
}

/** Oakland's three kinds of justification (OMC 2.20.250). */
const KINDS: Readonly<Record<Exemption['basis'], string>> = {
  A: 'A, the City may keep it back',
  B: 'B, a law forbids its release',
  C: 'C, its release would make the City liable',
}

/** A ground as the log prints it. */
export interface GroundRow {
  readonly key: number
  readonly citation: string
  readonly why: string
}

/** The grounds in the order of their numbers. */
export function groundRows(grounds: readonly PrintedGround[]): GroundRow[] {
  return grounds.map(({ key, citation, formerly, covers, basis, law, harm, ordinance, confirmed }) => ({
    key,
    citation: [`${citation}${formerly === null ? '' : ` (formerly ${formerly})`}`, law].filter(Boolean).join('; with '),
    why: [
      covers,
      `Kind of justification: ${KINDS[basis]}.`,
      ...(harm === '' ? [] : [`How the public interest would be harmed: ${harm}`]),
      ...(ordinance === undefined
        ? []
        : [`Whether OMC 2.20.220 requires its release all the same was asked: it does not, as ${ordinance} answered.`]),
      ...(confirmed ? [] : ['Not confirmed yet against the text of the code.']),
    ].join(' '),
  }))
}
