// Everything that can be done from the command palette.

import { vaultVerify } from '../../shared/contract/vault.ts'
import { actorWanted } from '../client/acting.ts'
import { bridge } from '../client/bridge.ts'
import { start } from '../client/call.ts'
import { useVault } from '../client/vault.ts'
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import type { IconName } from '../ui/icon-paths.ts'
import { looksOf, useLook } from '../workspace/look.ts'
import { address, go } from '../workspace/route.ts'
import { commandKey } from './keys.ts'
import { rooms } from './rooms.ts'

const t = translator(en)

export interface Deed {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly keys?: string
  readonly icon: IconName
  readonly run: () => void
}

/** Rooms first, then commands, then the accounts. */
export function useDeeds(onKeys: () => void): readonly Deed[] {
  const { accounts } = useVault()
  const [, chooseLook] = useLook('look')
  return [
    ...rooms.map((room, place) => ({
      id: `room ${room.id}`,
      label: t('goTo', { room: room.title }),
      detail: room.about,
      icon: room.icon,
      ...(place < 9 ? { keys: `${commandKey} ${place + 1}` } : {}),
      run: () => go(address(room.id)),
    })),
    { id: 'acting', label: t('actingChoose'), icon: 'person', run: () => actorWanted.set(true) },
    {
      id: 'verify',
      label: t('verify'),
      icon: 'shield',
      run: () =>
        void start(vaultVerify, {})
          .then(() => go(address('jobs')))
          .catch(() => undefined),
    },
    { id: 'keys', label: t('keySheet'), keys: '?', icon: 'keyboard', run: onKeys },
    ...looksOf('look').map(
      (look): Deed => ({
        id: `look ${look}`,
        label: t('look'),
        detail: t(`look.${look}`),
        icon: 'look',
        run: () => chooseLook(look),
      }),
    ),
    { id: 'close', label: t('closeVault'), icon: 'close', run: () => void bridge().ask({ ask: 'close-vault' }) },
    ...[...accounts.values()].map(
      (account): Deed => ({
        id: `account ${account.id}`,
        label: `@${account.handle}`,
        detail: account.name,
        icon: 'account',
        run: () => go(address('records', [], { q: `account:${account.handle}` })),
      }),
    ),
  ]
}
