// What stands in place of the words of a record that is locked or restricted, in lists, files and reports.

/** The grounds of a lock, in words. */
export const lockGrounds = {
  'court-sealed': 'Sealed by a court',
  unlawful: 'Unlawful to keep or show',
  juvenile: 'About a juvenile',
  victim: 'About a victim',
  other: 'Another ground',
} as const

/** The grounds of a restriction, in words; another ground has words of its own. */
export const restrictionGrounds = {
  juvenile: 'Juvenile',
  victim: 'Victim',
  'booking-photo': 'Booking photo',
  sealed: 'Sealed',
  other: 'Another ground',
} as const

interface Guarded {
  readonly locked: keyof typeof lockGrounds | null
  readonly restricted: { readonly ground: keyof typeof restrictionGrounds; readonly words: string | null } | null
}

/** The words that stand in, such as `Restricted: Juvenile`; null for a record that is shown. A lock counts for more. */
export function standIn({ locked, restricted }: Guarded): string | null {
  if (locked !== null) return `Locked: ${lockGrounds[locked]}`
  return restricted === null ? null : `Restricted: ${restricted.words ?? restrictionGrounds[restricted.ground]}`
}
