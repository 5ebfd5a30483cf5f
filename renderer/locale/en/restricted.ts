// English strings of restricted records: what stands in their place, opening, reviewing and lifting.
import { lockGrounds, restrictionGrounds } from '../../../shared/text/stand-in.ts'
import { translator } from '../t.ts'

export const en = {
  lockedRow: 'Locked: {ground}',
  restrictedRow: 'Restricted: {ground}',
  'lock.court-sealed': lockGrounds['court-sealed'],
  'lock.unlawful': lockGrounds.unlawful,
  'lock.juvenile': lockGrounds.juvenile,
  'lock.victim': lockGrounds.victim,
  'lock.other': lockGrounds.other,
  'ground.juvenile': restrictionGrounds.juvenile,
  'ground.victim': restrictionGrounds.victim,
  'ground.booking-photo': restrictionGrounds['booking-photo'],
  'ground.sealed': restrictionGrounds.sealed,
  'ground.other': restrictionGrounds.other,
  'about.juvenile': 'Welf. & Inst. Code 827: records of juveniles',
  'about.victim': 'A victim or a witness who is to be protected',
  'about.booking-photo': 'Pen. Code 13665: booking photos on social media',
  'about.sealed': 'Sealed by an order; locking shows it to nobody at all',
  'about.other': 'Something else, in your words',
  any: 'Restricted',
  placed: 'Restricted {when} by {name}: {reason}',
  unknown: 'somebody',
  notReviewed: 'Nobody has reviewed it for release: no packet can hold it.',
  reviewed: 'Reviewed for release by {name}, {when}: {reason}',
  reviewedBefore:
    'It was reviewed for release by {name}, {when}, but has another version since: no packet can hold it.',
  reviewBack: 'The review for release was taken back by {name}, {when}: {reason}',
  show: 'Show what it says',
  showHint: 'Showing it is kept in the ledger.',
  hide: 'Hide it again',
  openHere: 'It is shown in this window until you hide it or close the window.',
  restrict: 'Restrict …',
  restrictTitle: 'Restrict this record',
  restrictAbout:
    'Lists, pictures and reports say the ground in place of what it says, until somebody opens it on purpose. Searches still find its words.',
  restrictDo: 'Restrict it',
  change: 'Change the ground …',
  changeTitle: 'Change the ground',
  changeDo: 'Change it',
  ground: 'Ground',
  words: 'Which ground, as lists shall show it',
  reason: 'Why',
  cancel: 'Cancel',
  review: 'Review for release …',
  reviewTitle: 'Reviewed for release',
  reviewAbout:
    'You decide that this record, as it is now, may stand in packets. A later version is to be reviewed anew.',
  reviewReason: 'Why it may be released',
  reviewDo: 'It may be released',
  withdraw: 'Take the review back …',
  withdrawTitle: 'Take the review back',
  withdrawAbout:
    'No packet can hold the record until it is reviewed again. Packets that were given out stay as they are.',
  withdrawReason: 'Why it may not be released',
  withdrawDo: 'Take it back',
  lift: 'Lift the restriction …',
  liftTitle: 'Lift the restriction',
  liftAbout: 'Lists and pictures show the record again. What the restriction was and why stays written down.',
  liftReason: 'Why it is no longer restricted',
  liftDo: 'Lift it',
  former: 'Restrictions before this one',
  formerLine: '{ground}, {from} to {to}: {reason} Lifted by {name}: {why}',
  found: 'Restrict all …',
  foundTitle: { one: 'Restrict {count} record', other: 'Restrict {count} records' },
  foundAbout:
    'Everything that the search finds is restricted as one act, which can be undone at once. What is restricted already stays as it is.',
  foundDo: 'Restrict them',
  foundUnder: 'Restricting what was found …',
  foundDone: { one: '{count} record was restricted.', other: '{count} records were restricted.' },
  foundAlready: { one: '{count} was so already.', other: '{count} were so already.' },
  foundFailed: 'It was not done to the end: {why}',
  undo: 'Undo',
  undone: { one: '{count} record is no longer restricted.', other: '{count} records are no longer restricted.' },
  close: 'Close',
} as const

const t = translator(en)

interface Guarded {
  readonly locked: keyof typeof lockGrounds | null
  readonly restricted: { readonly ground: keyof typeof restrictionGrounds; readonly words: string | null } | null
}

/** What stands in place of the words of a record; null for one that is shown. */
export function standInWords({ locked, restricted }: Guarded): string | null {
  if (locked !== null) return t('lockedRow', { ground: t(`lock.${locked}`) })
  return restricted === null ? null : t('restrictedRow', { ground: groundWord(restricted) })
}

/** A ground in words. */
export function groundWord({ ground, words }: NonNullable<Guarded['restricted']>): string {
  return words ?? t(`ground.${ground}`)
}
