// The reasons that keep a record, in words for a clerk.
import type { ExclusionReason } from '../../../../shared/domain/disposition/disposition.ts'

/** By reason: a short name for a table, and the sentence that explains it. */
export const reasonWords: Readonly<Record<ExclusionReason, { readonly name: string; readonly sentence: string }>> = {
  'on-hold': {
    name: 'On hold',
    sentence: 'A hold or an open request covers it. Nothing under a hold is destroyed, whatever its age.',
  },
  'excluded-34090': {
    name: 'Protected by statute',
    sentence: 'Gov. Code 34090 (a), (b), (c) or (e) does not allow a record of this kind to be destroyed.',
  },
  untagged: {
    name: 'No series',
    sentence: 'It is not assigned to a series of the schedule, so no retention period is known.',
  },
  'schedule-not-in-force': {
    name: 'Schedule not in force',
    sentence: 'On this day the schedule is not yet adopted or not yet effective.',
  },
  permanent: { name: 'Permanent', sentence: 'The schedule keeps its series permanently.' },
  indefinite: { name: 'No fixed end', sentence: 'The schedule gives its series no fixed period.' },
  'series-unknown': {
    name: 'Series not in the schedule',
    sentence: 'It is assigned to a series that this schedule does not have.',
  },
  'code-unmapped': {
    name: 'Code not explained',
    sentence: 'The legend does not explain the retention code of its series; nothing is computed by a guess.',
  },
  'protection-unanswered': {
    name: 'Series not answered for',
    sentence:
      'Nobody has said whether its series can hold title or liens, court records, records required by statute, minutes, ordinances or resolutions (Gov. Code 34090).',
  },
  'awaiting-trigger': {
    name: 'Waits for an event',
    sentence: 'Its period starts with an event, such as closed or superseded, that has no date yet.',
  },
  'date-unknown': {
    name: 'Age unknown',
    sentence: 'When it was made or last edited is not known well enough to tell its age.',
  },
  'not-yet': { name: 'Not yet', sentence: 'Its retention period is not over.' },
  'under-two-years': {
    name: 'Under two years old',
    sentence: 'Gov. Code 34090(d): a city record less than two years old may not be destroyed.',
  },
  'transfer-to-archives': {
    name: 'Goes to the archives',
    sentence: 'Its period is over, and the schedule sends it to the archives.',
  },
  'review-required': {
    name: 'To be reviewed',
    sentence: 'Its period is over, and the schedule asks for a review first.',
  },
  'historical-waits': {
    name: 'Historical, not at an archive',
    sentence:
      'Its series is marked historical: it waits until an archive has signed for a copy of it, or two persons have said that the series is of no lasting value.',
  },
  'not-lasting': {
    name: 'Not for an archive',
    sentence:
      'Its series is neither permanent nor historical and does not go to the archives: no custody of it is given up.',
  },
  'not-transferred': {
    name: 'No copy for an archive',
    sentence: 'No copy of it was made for an archive, so no archive can have it.',
  },
  'no-receipt': {
    name: 'No receipt yet',
    sentence: 'A copy of it was made for an archive, and no archive has signed for it.',
  },
  'changed-since-transfer': {
    name: 'Changed since the copy',
    sentence: 'It is no longer as the archive’s copy has it: a version, a picture or a recording came since.',
  },
}

/** Why something stays, in one sentence: the name of the reason and what is known besides; said once where the latter begins with the name. */
export function reasonSentence(reason: ExclusionReason, detail: string): string {
  const { name } = reasonWords[reason]
  return detail.startsWith(name) ? detail : `${name}: ${detail}`
}
