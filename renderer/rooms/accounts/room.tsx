// The room Accounts.
import { en } from '../../locale/en/accounts.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { AccountsView } from './accounts-view.tsx'
import { places, usePlaces } from './places.ts'

const t = translator(en)

export const room: Room = {
  id: 'accounts',
  title: t('title'),
  about: t('about'),
  icon: 'account',
  order: 300,
  keys: [],
  places,
  usePlaces,
  View: AccountsView,
}
