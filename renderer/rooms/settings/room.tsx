// The room Settings.
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { places } from './places.ts'
import { SettingsView } from './settings-view.tsx'

const t = translator(en)

export const room: Room = {
  id: 'settings',
  title: t('title'),
  about: t('about'),
  icon: 'settings',
  order: 430,
  keys: [],
  places,
  View: SettingsView,
}
