// The room Records: the list and the record.
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { usePlaces } from './places.ts'
import { RecordsView } from './records-view.tsx'

const t = translator(en)

export const room: Room = {
  id: 'records',
  title: t('title'),
  about: t('about'),
  icon: 'records',
  order: 110,
  count: (counts) => counts.records ?? 0,
  keys: [
    { keys: '/', words: t('key.search') },
    { keys: 'Ctrl Space', words: t('key.complete') },
    { keys: 'o', words: t('key.order') },
    { keys: 'c', words: t('key.columns') },
    { keys: 'e', words: t('key.export') },
    { keys: '↑ ↓ or k j', words: t('key.move') },
    { keys: 'Page ↑ ↓', words: t('key.page') },
    { keys: 'Home End', words: t('key.ends') },
    { keys: 'Enter', words: t('key.open') },
    { keys: 'p', words: t('key.print') },
    { keys: 'Esc', words: t('key.list') },
  ],
  usePlaces,
  View: RecordsView,
}
