// The room Captures.
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { CapturesView } from './captures-view.tsx'
import { usePlaces } from './places.ts'

const t = translator(en)

export const room: Room = {
  id: 'captures',
  title: t('title'),
  about: t('about'),
  icon: 'image',
  order: 302,
  keys: [],
  usePlaces,
  View: CapturesView,
}
