// The clerk's own keys for series, and where the queue goes on.
import { useLiveQuery } from 'dexie-react-hooks'
import { type Binding, bindings, type Place, places, workspace } from './db.ts'

/** Keys that mean something else in the queue. */
const TAKEN: ReadonlySet<string> = new Set(['u', 's', 'n', ' ', '?', '/', 'Enter'])

/** Whether a key can be given to a series: one letter or digit that is not taken. */
export function canBeKey(key: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(key) && !TAKEN.has(key.toLowerCase())
}

/** The keys of a vault, in their order; undefined until they have been read. */
export function useBindings(vaultId: string): readonly Binding[] | undefined {
  return useLiveQuery(() => bindings.where({ vaultId }).toArray(), [vaultId])
}

/** Keeps these keys in place of all before. */
export async function saveBindings(vaultId: string, next: readonly Omit<Binding, 'vaultId'>[]): Promise<void> {
  await workspace.transaction('rw', bindings, async () => {
    await bindings.where({ vaultId }).delete()
    await bindings.bulkAdd(next.map(({ key, series }) => ({ vaultId, key: key.toLowerCase(), series })))
  })
}

const FILTER =
  /^-?(untagged|deleted|edited|aside|OR|(account|platform|kind|series|on|before|after|has|hold|request):[^"\s]+)$/

/** Whether a search holds nothing but filters: one with words may quote a record, and no such word is kept in the browser's files. */
export function isKeepable(search: string): boolean {
  return search
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => FILTER.test(part))
}

/** Where the queue of a vault goes on; null where that was never kept. */
export async function placeOf(vaultId: string): Promise<Place | null> {
  return (await places.get(vaultId).catch(() => undefined)) ?? null
}

/** Keeps where the queue goes on. */
export async function keepPlace(place: Place): Promise<void> {
  if (isKeepable(place.search)) await places.put(place)
}
