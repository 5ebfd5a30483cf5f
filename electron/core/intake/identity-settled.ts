// What identity makes of an item.
import type { RecordKind } from '../../../shared/domain/record/record.ts'

/** Under which id an item is stored, which content it counts as, and what it may also be. */
export interface Settled {
  /** What the record is: where it was entered by hand before, as what it was entered. */
  readonly kind: RecordKind
  readonly nativeId: string
  readonly contentDigest: Uint8Array
  /** Records that it may be too; which one cannot be told. */
  readonly alike: readonly { readonly record: number; readonly reason: string }[]
}

/** What an item before became, and its content's digest, hexadecimal. */
export interface Given {
  readonly nativeId: string
  readonly digest: string
}
