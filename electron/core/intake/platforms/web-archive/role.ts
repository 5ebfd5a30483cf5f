// Owns what a medium is by the kind of content that its server named.
import type { MediaRole } from '../../../../../shared/domain/record/record.ts'

/** The role of `image/gif` and the like. */
export function roleOfMime(mime: string): MediaRole {
  if (mime === 'image/gif') return 'animation'
  const kind = mime.split('/', 1)[0]
  return kind === 'image' ? 'photo' : kind === 'video' || kind === 'audio' ? kind : 'file'
}
