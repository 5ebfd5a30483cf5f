// Source fragments in zstd frames of 64 (design §4): 111 bytes a record instead of four times that.
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Driver } from '../catalog/driver.ts'
import type { FragmentPlace, Frame, StorePayload } from './item.ts'

/** Fragments of one frame. */
export const FRAME_SLOTS = 64

interface FrameRow {
  readonly lengths: string
  readonly bytes: Uint8Array
}

/** Packs fragments into a frame, in order. */
export function packFrame(fragments: readonly Uint8Array[]): Frame {
  const options = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } }
  return {
    lengths: fragments.map((fragment) => fragment.length),
    bytes: zstdCompressSync(Buffer.concat(fragments), options),
  }
}

/**
 * Inserts the frames of a batch.
 * @returns `use` gives the frame's id for a fragment; `dropUnused` takes out of the frames what no version turned out to need
 */
export function insertFrames(db: Driver, payload: StorePayload) {
  const ids: (number | undefined)[] = []
  const used = payload.frames.map(() => new Set<number>())
  const use = (place: FragmentPlace): number => {
    const frame = payload.frames[place.frame]
    if (frame === undefined) throw new RangeError('a fragment names a frame that was not sent')
    used[place.frame]?.add(place.slot)
    const known = ids[place.frame]
    if (known !== undefined) return known
    const { id } = db.run(
      'INSERT INTO frame (lengths, bytes) VALUES (?, ?)',
      JSON.stringify(frame.lengths),
      frame.bytes,
    )
    ids[place.frame] = id
    return id
  }
  const dropUnused = () => {
    for (const [place, frame] of payload.frames.entries()) {
      const id = ids[place]
      const slots = [...frame.lengths.keys()].filter((slot) => !used[place]?.has(slot))
      if (id !== undefined && slots.length > 0) emptySlots(db, id, slots)
    }
  }
  return { use, dropUnused }
}

interface Unpacked extends FrameRow {
  readonly fragments: readonly (Uint8Array | null)[]
}

/** What each connection unpacked last: records that lie side by side are read one after another. */
const unpackedLast = new WeakMap<Driver, Unpacked>()

/** The exact bytes of one fragment, or null where they were destroyed. */
export function readFragment(db: Driver, frame: number, slot: number): Uint8Array | null {
  const row = frameRow(db, frame)
  if (row === undefined) return null
  const last = unpackedLast.get(db)
  // A frame is written anew when something in it is destroyed: what was unpacked counts only while it is the same to the byte.
  const same = last?.lengths === row.lengths && Buffer.compare(last.bytes, row.bytes) === 0
  const fragments = same ? last.fragments : unpack(row)
  if (!same) unpackedLast.set(db, { ...row, fragments })
  return fragments[slot] ?? null
}

function frameRow(db: Driver, frame: number): FrameRow | undefined {
  return db.get<FrameRow>('SELECT lengths, bytes FROM frame WHERE id = ?', frame)
}

/** All fragments of a frame in order; null where they were destroyed. */
export function fragmentsIn(db: Driver, frame: number): (Uint8Array | null)[] {
  const row = frameRow(db, frame)
  return row === undefined ? [] : unpack(row)
}

/** Where the fragments of a version lie: its own item first, then what was joined to it. */
export function fragmentPlaces(
  db: Driver,
  record: number,
  number: number,
): { role: string; frame_id: number; slot: number }[] {
  const own = db.all<{ role: string; frame_id: number; slot: number }>(
    "SELECT 'item' AS role, frame_id, slot FROM version WHERE record_id = ? AND number = ?",
    record,
    number,
  )
  const joined = db.all<{ role: string; frame_id: number; slot: number }>(
    'SELECT role, frame_id, slot FROM joined_fragment WHERE record_id = ? AND number = ? ORDER BY part',
    record,
    number,
  )
  return [...own, ...joined]
}

/**
 * Rewrites a frame without the bytes of some slots; the places of the others stay.
 * @returns its fragments as they were
 */
export function emptySlots(db: Driver, frame: number, slots: readonly number[]): readonly (Uint8Array | null)[] {
  const row = frameRow(db, frame)
  if (row === undefined) return []
  const fragments = unpack(row)
  const kept = fragments.map((bytes, slot) => (bytes === null || slots.includes(slot) ? new Uint8Array(0) : bytes))
  const packed = packFrame(kept)
  db.run('UPDATE frame SET lengths = ?, bytes = ? WHERE id = ?', JSON.stringify(packed.lengths), packed.bytes, frame)
  return fragments
}

/** All fragments of a frame in order; null where a slot is empty. */
export function unpack(row: FrameRow): (Uint8Array | null)[] {
  const lengths: unknown = JSON.parse(row.lengths)
  if (!Array.isArray(lengths)) return []
  const bytes = zstdDecompressSync(row.bytes)
  let from = 0
  return lengths.map((length: unknown) => {
    if (typeof length !== 'number' || length === 0) return null
    from += length
    return bytes.subarray(from - length, from)
  })
}

/** More than a frame has; a place in a frame is one number by it, since a large vault has millions. */
const MOST_SLOTS = 2 ** 20

/** Every fragment of every frame that holds any, and whether a record that stays was read from it. */
export function* everyFragment(db: Driver): Generator<{ readonly bytes: Uint8Array; readonly used: boolean }> {
  const inUse = new Set<number>()
  const places = 'SELECT frame_id, slot FROM version UNION ALL SELECT frame_id, slot FROM joined_fragment'
  for (const { frame_id, slot } of db.iterate<{ frame_id: number; slot: number }>(places))
    inUse.add(frame_id * MOST_SLOTS + slot)
  for (const { id, ...row } of db.iterate<FrameRow & { id: number }>('SELECT id, lengths, bytes FROM frame'))
    for (const [slot, bytes] of unpack(row).entries())
      if (bytes !== null) yield { bytes, used: inUse.has(id * MOST_SLOTS + slot) }
}
