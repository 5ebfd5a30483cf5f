// The requests as the palette finds them.
import { requestList } from '../../../shared/contract/request.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import type { Place } from '../../ui/room.ts'
import { formAddress } from '../../workspace/doing.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The forms of the room. */
export const places: readonly Place[] = [
  { id: 'requests new', label: t('enter'), icon: 'mail', to: formAddress('requests', 'new') },
]

/** The places. */
export function usePlaces(): readonly Place[] {
  const requests = useQuery(requestList, {}, ['requests'], 1000).data ?? []
  return requests.map(({ id, requester }) => ({
    id: `request ${id}`,
    label: t('place', { id }),
    detail: requester,
    icon: 'mail',
    to: address('requests', [id]),
  }))
}
