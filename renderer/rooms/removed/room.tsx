// The room Removed posts.
import { en } from '../../locale/en/removed.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { formAddress } from '../../workspace/doing.ts'
import { RemovedView } from './removed-view.tsx'

const t = translator(en)

export const room: Room = {
  id: 'removed',
  title: t('title'),
  about: t('about'),
  icon: 'hidden',
  order: 320,
  keys: [],
  places: [
    { id: 'removed add', label: t('add'), icon: 'hidden', to: formAddress('removed', 'add') },
    { id: 'removed take', label: t('takeInLogTitle'), icon: 'file', to: formAddress('removed', 'take') },
  ],
  View: RemovedView,
}
