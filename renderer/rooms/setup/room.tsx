// The room Set-up.
import { en } from '../../locale/en/setup.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { SetupView } from './setup-view.tsx'

const t = translator(en)

export const room: Room = {
  id: 'setup',
  title: t('title'),
  about: t('about'),
  icon: 'settings',
  order: 430,
  keys: [],
  View: SetupView,
}
