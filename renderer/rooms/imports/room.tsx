// The room Imports.
import { en } from '../../locale/en/imports.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { ImportsView } from './imports-view.tsx'
import { places, usePlaces } from './places.ts'

const t = translator(en)

export const room: Room = {
  id: 'imports',
  title: t('title'),
  about: t('about'),
  icon: 'inbox',
  order: 130,
  keys: [],
  places,
  usePlaces,
  View: ImportsView,
}
