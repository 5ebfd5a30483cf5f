// Searches under a name, on this desk: live, and the same in every window.
import { useLiveQuery } from 'dexie-react-hooks'
import { type SavedView, view } from './db.ts'

const none: readonly SavedView[] = []
const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** The saved searches of a vault by name; none where the browser refuses its database. */
export function useViews(vault: string): readonly SavedView[] {
  const stored = useLiveQuery(
    () =>
      view
        .where('vault')
        .equals(vault)
        .toArray()
        .catch(() => none),
    [vault],
    none,
  )
  return stored.toSorted((a, b) => byName.compare(a.name, b.name))
}

/** Keeps a search; one of the same name is replaced. Rejects where the browser refuses its database. */
export async function saveView(vault: string, name: string, query: string, shape: string): Promise<void> {
  const same = await view
    .where('vault')
    .equals(vault)
    .filter((one) => byName.compare(one.name, name) === 0)
    .first()
  await view.put({ id: same?.id ?? crypto.randomUUID(), vault, name, query, shape })
}

/** Gives a search another name, or back what was deleted. Rejects as {@link saveView}. */
export async function putView(changed: SavedView): Promise<void> {
  await view.put(changed)
}

/** Forgets a search. Rejects as {@link saveView}. */
export async function deleteView({ id }: SavedView): Promise<void> {
  await view.delete(id)
}
