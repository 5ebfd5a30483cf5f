// The saved searches as the palette finds them.
import { useVault } from '../../client/vault.ts'
import type { Place } from '../../ui/room.ts'
import { address } from '../../workspace/route.ts'
import { useViews } from '../../workspace/views.ts'

/** The places. */
export function usePlaces(): readonly Place[] {
  const views = useViews(useVault().summary.vaultId)
  return views.map(({ id, name, query, shape = '' }) => ({
    id: `view ${id}`,
    label: name,
    detail: query,
    icon: 'save',
    to: address('records', [], { q: query, shape }),
  }))
}
