// The room Jobs.
import { en } from '../../locale/en/jobs.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { JobsView } from './jobs-view.tsx'

const t = translator(en)

export const room: Room = {
  id: 'jobs',
  title: t('title'),
  about: t('about'),
  icon: 'jobs',
  order: 420,
  keys: [],
  View: JobsView,
}
