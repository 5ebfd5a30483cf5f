// What the log of removed content calls things, on screen and on paper.

/** Kinds of entries. */
export const removalKindWords = {
  content: 'Removed content',
  block: 'Block',
  unblock: 'Unblock',
  'booking-photo': 'Booking photo',
} as const

/** By whom. */
export const removedByWords = {
  unknown: 'no longer shown, by whom unknown',
  city: 'the City',
  author: 'its author',
  platform: 'the platform',
} as const

/** What the platform was told to do. */
export const platformActionWords = {
  hidden: 'hidden',
  deleted: 'deleted',
  blocked: 'blocked',
  unblocked: 'unblocked',
  restricted: 'restricted',
} as const

/** By what it was noticed that something is gone. */
export const removalClueWords = {
  'said-deleted': 'the export says so',
  'not-in-later': 'a later export lacks it',
  'not-in-capture': 'a later capture does not show it',
  'hidden-in-capture': 'a capture shows it as hidden',
} as const

/** Where an entry stands. */
export const removalStateWords = {
  open: 'Open',
  review: 'With the attorney',
  approved: 'Reviewed',
  closed: 'Closed',
  appealed: 'Appealed',
  dismissed: 'Not a removal',
} as const

/** What must be said of a removal. */
export const removalFieldWords = {
  posted: 'when it was posted, with the time',
  removed: 'when it was removed, with the time, or between which moments',
  thread: 'the page or thread',
  author: 'the author',
  by: 'who removed it',
  action: 'what was done on the platform',
  guideline: 'the guideline that it violated',
  reason: 'the reason',
  viewpoint: 'that no viewpoint was the ground',
  decidedBy: 'who decided',
  copy: 'where a copy lies',
} as const

/** Exceptions of Pen. Code 13665. */
export const photoExceptionWords = {
  'fugitive-or-threat': 'the person is a fugitive or an imminent threat, and the photo helps to find or stop them',
  'court-order': 'a judge ordered it, on a finding of a legitimate law enforcement interest',
  'exigent-circumstance': 'an exigent circumstance made it necessary',
} as const

/** What people did with an entry. */
export const removalActWords = {
  submitted: 'Sent to the attorney',
  approved: 'Reviewed by the attorney',
  returned: 'Returned by the attorney',
  closed: 'Closed',
  appealed: 'Appeal received',
  'appeal-upheld': 'Appeal: the removal stands',
  'appeal-granted': 'Appeal: granted',
  reopened: 'Opened again',
  dismissed: 'Not a removal',
} as const
