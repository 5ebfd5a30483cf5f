// The room Ledger.
import { en } from '../../locale/en/ledger.ts'
import { translator } from '../../locale/t.ts'
import type { Room } from '../../ui/room.ts'
import { LedgerView } from './ledger-view.tsx'

const t = translator(en)

export const room: Room = {
  id: 'ledger',
  title: t('title'),
  about: t('about'),
  icon: 'ledger',
  order: 410,
  keys: [],
  View: LedgerView,
}
