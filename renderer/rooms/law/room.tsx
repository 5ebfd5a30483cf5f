// The room Law.
import { en } from '../../locale/en/law.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { LawView } from './law-view.tsx'
import { usePlaces } from './places.ts'

const t = translator(en)

export const room: Room = {
  id: 'law',
  title: t('title'),
  about: t('about'),
  icon: 'law',
  order: 310,
  keys: [],
  usePlaces,
  View: LawView,
}
