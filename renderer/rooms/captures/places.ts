// The captures as the palette finds them.
import { captureList } from '../../../shared/contract/capture.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import type { Place } from '../../ui/room.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The captures. */
export function usePlaces(): readonly Place[] {
  const { accounts, summary } = useVault()
  const captures = useQuery(captureList, {}, ['captures'], 1000).data ?? []
  return captures.map(({ id, account, startedAt }) => ({
    id: `capture ${id}`,
    label: t('place', { id }),
    detail: `@${accounts.get(account)?.handle ?? ''} · ${formatInstant(startedAt, summary.zone, 'day')}`,
    icon: 'image',
    to: address('captures', [id]),
  }))
}
