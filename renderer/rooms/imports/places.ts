// The imports as the palette finds them, and the forms of the room.
import { accessionList } from '../../../shared/contract/intake.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/imports.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import type { Place } from '../../ui/room.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The forms of the room. */
export const places: readonly Place[] = [
  { id: 'imports guide', label: t('howToGet'), icon: 'inbox', to: address('imports', ['guide']) },
  { id: 'imports enter', label: t('enterByHand'), icon: 'inbox', to: address('imports', ['enter']) },
]

/** The imports. */
export function usePlaces(): readonly Place[] {
  const { accounts, summary } = useVault()
  const accessions = useQuery(accessionList, {}, ['accessions'], 1000).data ?? []
  return accessions.map(({ id, account, receivedAt }) => ({
    id: `import ${id}`,
    label: t('place', { id }),
    detail: `@${accounts.get(account)?.handle ?? ''} · ${formatInstant(receivedAt, summary.zone, 'day')}`,
    icon: 'inbox',
    to: address('imports', [id]),
  }))
}
