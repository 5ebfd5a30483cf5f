// Owns what is known while a file of Meta's is read, whichever of its platforms it is.
import type { MediaFinder } from '../kit/media-finder.ts'
import type { Reading } from '../kit/spec.ts'

export interface MetaReading {
  /** The account's name, which its own records carry; `''` where the export does not say. */
  readonly owner: string
  readonly media: MediaFinder
  /** Path of the file below the shared folders. */
  readonly file: string
}

/** The part of a reading that makers need. */
export function metaReading({ about, media, file }: Reading<unknown>): MetaReading {
  return { owner: about.ownerHandle ?? about.ownerName ?? '', media, file: file.name }
}
