// The room Classify.
import { en } from '../../locale/en/classify.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { ClassifyView } from './classify-view.tsx'
import { places } from './places.ts'

const t = translator(en)

export const room: Room = {
  id: 'classify',
  title: t('title'),
  about: t('about'),
  icon: 'tag',
  order: 120,
  keys: [
    { keys: '1, a …', words: t('key.series') },
    { keys: 'Enter', words: t('key.suggested') },
    { keys: 'u', words: t('key.undo') },
    { keys: 's', words: t('key.skip') },
    { keys: 'n', words: t('key.note') },
    { keys: 'Space', words: t('key.play') },
  ],
  count: (counts) => counts.untagged ?? 0,
  places,
  View: ClassifyView,
}
