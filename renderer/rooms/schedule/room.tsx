// The room Schedule.
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { places, usePlaces } from './places.ts'
import { ScheduleView } from './schedule-view.tsx'

const t = translator(en)

export const room: Room = {
  id: 'schedule',
  title: t('title'),
  about: t('about'),
  icon: 'calendar',
  order: 200,
  keys: [],
  places,
  usePlaces,
  View: ScheduleView,
}
