// From a draft to what the writer stores: digests, leaves, folded text, fragments in frames.
import { hash } from 'node:crypto'
import { fold } from '../../../shared/text/fold.ts'
import { withoutSecrets } from '../../../shared/text/without-secrets.ts'
import type { JobContext } from '../job/define.ts'
import { canonicalJson } from '../vault/canonical.ts'
import { FRAME_SLOTS, packFrame } from '../vault/record/frame.ts'
import type { FragmentPlace, Frame, StoredItem, StoredObservation } from '../vault/record/item.ts'
import { leafOf, type Merkle } from '../vault/record/merkle.ts'
import type { JoinedItem, ReadItem, RecordDraft } from './draft.ts'
import { lastEdit } from './edit-time.ts'
import type { Identities } from './identity.ts'
import type { Settled } from './identity-settled.ts'
import type { MediaBook } from './media-book.ts'

/** Whether the vault holds a version with this content already, so that its fragment need not be kept again. */
export type KnownVersion = (
  record: { readonly kind: string; readonly nativeId: string },
  contentDigest: Uint8Array,
) => boolean

export interface Preparer {
  /** Adds an item's leaf to the root; must be called for each observed item in order. */
  leaf(file: number, position: number, bytes: Uint8Array): void
  prepare(file: number, item: ReadItem, draft: RecordDraft): StoredItem
  /** Takes note of an item that an earlier run stored. */
  replay(draft: RecordDraft): void
  /** The frames of the fragments prepared since the last call. */
  takeFrames(): Frame[]
}

const SALT = 16

/**
 * @param firstMember number of the member that is file 0 of the plan
 * @param doubt told of an item that may also be one of other records
 */
export function preparer(
  context: Pick<JobContext, 'random'>,
  firstMember: number,
  merkle: Merkle,
  media: MediaBook,
  known: KnownVersion,
  identity: Identities,
  doubt: (file: number, position: number, alike: Settled['alike']) => void,
): Preparer {
  let fragments: Uint8Array[] = []

  const salt = (file: number, position: number) => context.random(`salt ${file}`, position * SALT, SALT)

  const observe = (
    file: number,
    position: number,
    pointer: string | null,
    start: number,
    bytes: Uint8Array,
  ): StoredObservation => ({
    member: firstMember + file,
    position,
    pointer,
    start,
    length: bytes.length,
    digest: hash('sha256', bytes, 'buffer'),
    salt: salt(file, position),
  })

  const keep = (role: string, bytes: Uint8Array): FragmentPlace => {
    const place = fragments.push(bytes) - 1
    return { role, frame: Math.floor(place / FRAME_SLOTS), slot: place % FRAME_SLOTS }
  }

  return {
    leaf: (file, position, bytes) => merkle.add(leafOf(salt(file, position), hash('sha256', bytes, 'buffer'))),
    prepare: (file, item, draft) => {
      const own = observe(file, item.position, item.pointer, item.start, item.bytes)
      merkle.add(leafOf(own.salt, own.digest))
      const joined = draft.joined.map((one) => observe(one.member, one.position, null, one.start, one.bytes))
      const { kind, nativeId, contentDigest, alike } = identity.settle(draft, digestOfContent(draft))
      if (alike.length > 0) doubt(file, item.position, alike)
      const fragmentPlaces = known({ kind, nativeId }, contentDigest)
        ? []
        : [keep('item', item.bytes), ...distinct(draft.joined).map((one) => keep(one.role, one.bytes))]
      const text = draft.text.toWellFormed()
      return {
        kind,
        nativeId,
        numbered: NUMBERED.has(draft.identity ?? 'id'),
        formerId: draft.stem == null ? null : `${draft.stem}${draft.atSource ?? 'undated'}`,
        at: draft.at,
        atSource: draft.atSource,
        precision: draft.precision,
        sourceZone: draft.sourceZone,
        author: draft.author,
        conversation: draft.conversation,
        parentNativeId: draft.parentNativeId,
        state: draft.state,
        deletedAt: draft.deletedAt,
        contentDigest,
        text,
        folded: fold(text),
        details: detailsOf(draft),
        links: draft.links.length,
        edited: lastEdit(draft.details),
        measures: draft.measures.length > 0 ? JSON.stringify(Object.fromEntries(draft.measures)) : null,
        media: draft.media.length > 0 ? media.resolve(draft.media) : [],
        observations: joined.length > 0 ? [own, ...joined] : [own],
        fragments: fragmentPlaces,
      }
    },
    replay: (draft) => {
      identity.settle(draft, digestOfContent(draft))
    },
    takeFrames: () => {
      const frames: Frame[] = []
      for (let from = 0; from < fragments.length; from += FRAME_SLOTS)
        frames.push(packFrame(fragments.slice(from, from + FRAME_SLOTS)))
      fragments = []
      return frames
    },
  }
}

/** How identities are settled that the platform gave. */
const NUMBERED: ReadonlySet<string> = new Set(['id', 'hand-id'])

/** As they are stored: what nobody should see unasked stays in the source, whatever the platform's reader took over. */
export function detailsOf({ details, links }: Pick<RecordDraft, 'details' | 'links'>): string {
  const shown = withoutSecrets(details)
  return JSON.stringify(links.length > 0 ? { ...shown, links } : shown)
}

function digestOfContent({ content }: RecordDraft): Buffer {
  return hash('sha256', canonicalJson(content), 'buffer')
}

/** What stands at several places in the same bytes is kept once. */
function distinct(joined: readonly JoinedItem[]): readonly JoinedItem[] {
  if (joined.length < 2) return joined
  return joined.filter(
    ({ bytes }, place) => joined.findIndex((other) => Buffer.compare(other.bytes, bytes) === 0) === place,
  )
}
