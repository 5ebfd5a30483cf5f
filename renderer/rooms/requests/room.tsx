// The room Requests.
import { en } from '../../locale/en/requests.ts'
import { en as review } from '../../locale/en/review.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { places, usePlaces } from './places.ts'
import { RequestsView } from './requests-view.tsx'

const t = translator(en)
const r = translator(review)

export const room: Room = {
  id: 'requests',
  title: t('title'),
  about: t('about'),
  icon: 'mail',
  order: 220,
  keys: [
    { keys: 'r', words: r('key.release') },
    { keys: 'd', words: r('key.redact') },
    { keys: 'x', words: r('key.withhold') },
    { keys: 'n', words: r('key.not') },
    { keys: 's', words: r('key.alike') },
    { keys: 'p', words: r('key.preview') },
    { keys: 'u', words: r('key.undo') },
    { keys: 'j or →', words: r('key.next') },
    { keys: 'k or ←', words: r('key.previous') },
    { keys: 'Space', words: r('key.play') },
  ],
  places,
  usePlaces,
  count: (counts) => counts.requests ?? 0,
  View: RequestsView,
}
