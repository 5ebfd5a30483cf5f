// The room Requests.
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { places, usePlaces } from './places.ts'
import { RequestsView } from './requests-view.tsx'

const t = translator(en)

export const room: Room = {
  id: 'requests',
  title: t('title'),
  about: t('about'),
  icon: 'mail',
  order: 220,
  keys: [],
  places,
  usePlaces,
  count: (counts) => counts.requests ?? 0,
  View: RequestsView,
}
