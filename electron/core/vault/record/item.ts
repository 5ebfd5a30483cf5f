// What is stored of one item: plain values, digests made, text folded before it comes to the writer.
import type { Edited } from './edited.ts'

export interface StoredMedia {
  readonly role: string
  readonly name: string
  readonly digest: Uint8Array | null
  readonly alt: string | null
  readonly missing: string | null
}

export interface StoredObservation {
  readonly member: number
  readonly position: number
  readonly pointer: string | null
  readonly start: number
  readonly length: number
  readonly digest: Uint8Array
  readonly salt: Uint8Array
}

/** Where a fragment lies among the frames sent along: `frame` counts from 0 in this batch. */
export interface FragmentPlace {
  readonly role: string
  readonly frame: number
  readonly slot: number
}

export interface StoredItem {
  readonly kind: string
  readonly nativeId: string
  /** Whether the platform gave the identity; else it was settled by time or words. */
  readonly numbered: boolean
  /** Its key as vaults held it before, with the source's own writing of the moment; left out where there is none. */
  readonly formerId?: string | null
  readonly at: number | null
  readonly atSource: string | null
  readonly precision: string
  readonly sourceZone: string | null
  readonly author: string
  readonly conversation: string | null
  readonly parentNativeId: string | null
  readonly state: string
  readonly deletedAt: number | null
  readonly contentDigest: Uint8Array
  readonly text: string
  readonly folded: string
  readonly details: string
  readonly links: number
  /** When its platform says that it was last edited, null where it does not say that it was. */
  readonly edited: Edited | null
  /** Numbers that change without the content changing, as a JSON object; null where the source gives none. */
  readonly measures: string | null
  readonly media: readonly StoredMedia[]
  readonly observations: readonly StoredObservation[]
  /** Empty where the reader knew the version already: nothing needs to be kept again. */
  readonly fragments: readonly FragmentPlace[]
}

export interface Frame {
  readonly lengths: readonly number[]
  readonly bytes: Uint8Array
}

export interface StorePayload {
  readonly accession: number
  readonly account: number
  readonly items: readonly StoredItem[]
  readonly frames: readonly Frame[]
}

/**
 * `version`: a further version of a known record; `same`: known already; `merged`: twice in this accession; `removed`: not taken in, because
 * it was removed under an order.
 */
export type StoreOutcome = 'stored' | 'version' | 'same' | 'merged' | 'removed'

/** What became of each item, in order. */
export type StoreResult = readonly StoreOutcome[]
