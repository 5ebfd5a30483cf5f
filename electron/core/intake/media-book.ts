// Which bytes belong to the media that a post names.
import type { StoredMedia } from '../vault/record/item.ts'
import type { MediaDraft } from './draft.ts'
import { isMedia, type NumberedExport } from './numbered-export.ts'

const NOT_HELD = 'The export names this file but does not hold it.'
const LEFT_OUT = 'The file was left out when the export was taken in.'

export interface MediaBook {
  /** The media of a post with their digests; what is not in the export says so. */
  resolve(media: readonly MediaDraft[]): StoredMedia[]
  readonly named: number
  readonly missing: number
  readonly bytes: number
}

/**
 * @param digests of members by number
 * @param before counts of an earlier run
 */
export function mediaBook(
  opened: NumberedExport,
  digests: ReadonlyMap<number, Uint8Array>,
  before: { readonly named: number; readonly missing: number },
): MediaBook {
  const known = new Map<string, Uint8Array>()
  let bytes = 0
  for (const { member, number } of opened.members) {
    const digest = digests.get(number)
    if (digest === undefined || !isMedia(opened, member)) continue
    known.set(opened.tree.nameOf(member), digest)
    bytes += member.size
  }
  const leftOut = new Set(
    opened.members
      .filter(({ member }) => member.finding?.code === 'left-out')
      .map(({ member }) => opened.tree.nameOf(member)),
  )
  let { named, missing } = before
  return {
    resolve: (media) =>
      media.map((one) => {
        named += 1
        if (one.digest !== undefined && one.digest !== null) {
          return { role: one.role, name: one.names[0] ?? '', digest: one.digest, alt: one.alt, missing: null }
        }
        const candidates = one.names.map((name) => (one.directory === '' ? name : `${one.directory}/${name}`))
        const name = candidates.find((candidate) => known.has(candidate))
        const why = candidates.some((candidate) => leftOut.has(candidate)) ? LEFT_OUT : NOT_HELD
        const digest = name === undefined ? null : (known.get(name) ?? null)
        if (name === undefined || digest === null) missing += 1
        return {
          role: one.role,
          name: name ?? one.names[0] ?? '',
          digest,
          alt: one.alt,
          missing: digest === null ? why : null,
        }
      }),
    get named() {
      return named
    },
    get missing() {
      return missing
    },
    bytes,
  }
}
