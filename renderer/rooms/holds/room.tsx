// The room Holds.
import { en } from '../../locale/en/holds.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { HoldsView } from './holds-view.tsx'
import { places, usePlaces } from './places.ts'

const t = translator(en)

export const room: Room = {
  id: 'holds',
  title: t('title'),
  about: t('about'),
  icon: 'lock',
  order: 210,
  keys: [],
  places,
  usePlaces,
  count: (counts) => counts.holds ?? 0,
  View: HoldsView,
}
