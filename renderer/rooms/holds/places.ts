// The holds as the palette finds them.
import { holdList } from '../../../shared/contract/hold.ts'
import { useQuery } from '../../client/query.ts'
import { word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/holds.ts'
import { translator } from '../../locale/t.ts'
import type { Place } from '../../ui/room.ts'
import { formAddress } from '../../workspace/doing.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The forms of the room. */
export const places: readonly Place[] = [
  { id: 'holds place', label: t('place'), icon: 'lock', to: formAddress('holds', 'place') },
]

/** The places. */
export function usePlaces(): readonly Place[] {
  const holds = useQuery(holdList, {}, ['holds'], 1000).data ?? []
  return holds
    .filter(({ hold, request }) => hold.releasedAt === null && request === null)
    .map(({ hold: { id, label, basis } }) => ({
      id: `hold ${id}`,
      label: t('toHold', { label }),
      detail: word(basis),
      icon: 'lock',
      to: address('holds'),
    }))
}
