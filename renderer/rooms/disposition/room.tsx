// The room Purge reports.
import { en } from '../../locale/en/disposition.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { DispositionView } from './disposition-view.tsx'
import { places } from './places.ts'

const t = translator(en)

export const room: Room = {
  id: 'disposition',
  title: t('title'),
  about: t('about'),
  icon: 'purge',
  order: 230,
  keys: [],
  places,
  View: DispositionView,
}
