// The grounds of a review, numbered in the order in which they come: of all records in a packet, of one where it is reviewed.
import type { KeyedRedaction } from './redact-record.ts'
import type { AppliedGround, Redaction } from './review.ts'

export type KeyOf = (ground: AppliedGround) => number

/** Gives each different ground (exemption, second law, harm, the ordinance's answer) a number in the order in which they come. */
export function groundKeys(): { readonly keyOf: KeyOf; readonly grounds: () => AppliedGround[] } {
  const known = new Map<string, { readonly key: number; readonly ground: AppliedGround }>()
  return {
    keyOf: (ground) => {
      const name = JSON.stringify([ground.exemption, ground.law, ground.harm, ground.ordinance])
      const entry = known.get(name) ?? { key: known.size + 1, ground }
      known.set(name, entry)
      return entry.key
    },
    grounds: () => [...known.values()].map(({ ground }) => ground),
  }
}

/** A picture with its boxes painted over, once it is made. */
export type MadePicture = Extract<KeyedRedaction, { field: 'media' }>['made']

/** Redactions with the numbers of their grounds. */
export function keyed(
  redactions: readonly Redaction[],
  keyOf: KeyOf,
  made: (redaction: Extract<Redaction, { field: 'media' }>) => MadePicture = () => null,
): KeyedRedaction[] {
  return redactions.map(({ ground, ...one }) => {
    const key = keyOf(ground)
    if (one.field !== 'media') return { ...one, key }
    const { field, digest, boxes } = one
    return { field, digest, boxes, made: made({ ...one, ground }), key }
  })
}
