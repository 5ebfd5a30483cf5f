// The room Office.
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { OfficeView } from './office-view.tsx'
import { places } from './places.ts'

const t = translator(en)

export const room: Room = {
  id: 'office',
  title: t('title'),
  about: t('about'),
  icon: 'city',
  order: 330,
  keys: [],
  places,
  View: OfficeView,
}
