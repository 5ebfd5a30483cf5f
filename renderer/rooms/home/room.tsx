// The room Home.
import { en } from '../../locale/en/home.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { HomeView } from './home-view.tsx'

const t = translator(en)

export const room: Room = {
  id: 'home',
  title: t('title'),
  about: t('about'),
  icon: 'home',
  order: 100,
  keys: [],
  View: HomeView,
}
