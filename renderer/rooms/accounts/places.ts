// The City's accounts as the palette finds them: each leads to its records.
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/accounts.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { en as logInWords } from '../../locale/en/log-in-list.ts'
import { translator } from '../../locale/t.ts'
import type { Place } from '../../ui/room.ts'
import { formAddress } from '../../workspace/doing.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)
const tl = translator(logInWords)

/** The parts and forms of the room. */
export const places: readonly Place[] = [
  { id: 'accounts add', label: t('add'), icon: 'account', to: formAddress('accounts', 'add') },
  { id: 'accounts take', label: t('takeInTitle'), icon: 'file', to: formAddress('accounts', 'take') },
  { id: 'accounts log-ins', label: tl('pageTitle'), icon: 'account', to: address('accounts', ['log-ins']) },
  {
    id: 'accounts officers',
    label: tl('officersName'),
    icon: 'account',
    to: formAddress('accounts', 'officers', ['log-ins']),
  },
  {
    id: 'accounts reseal',
    label: tl('resealOpen'),
    icon: 'account',
    to: formAddress('accounts', 'reseal', ['log-ins']),
  },
]

/** The places. */
export function usePlaces(): readonly Place[] {
  return [...useVault().accounts.values()].map(({ id, handle, name, platform }) => ({
    id: `account ${id}`,
    label: `@${handle}`,
    detail: `${platformWord(platform)} · ${name}`,
    icon: 'account',
    to: address('records', [], { q: `account:${handle}` }),
  }))
}
