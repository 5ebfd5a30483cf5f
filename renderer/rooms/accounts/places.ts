// The City's accounts as the palette finds them: each leads to its records.
import { useVault } from '../../client/vault.ts'
import { platformWord } from '../../locale/en/domain.ts'
import type { Place } from '../../ui/room.ts'
import { address } from '../../workspace/route.ts'

/** The places. */
export function usePlaces(): readonly Place[] {
  return [...useVault().accounts.values()].map(({ id, handle, name, platform }) => ({
    id: `account ${id}`,
    label: `@${handle}`,
    detail: `${platformWord(platform)} · ${name}`,
    icon: 'account',
    to: address('records', [], { q: `account:${handle}` }),
  }))
}
