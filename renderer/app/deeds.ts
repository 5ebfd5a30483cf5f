// Everything that can be done from the command palette.

import { vaultVerify } from '../../shared/contract/vault.ts'
import { actorWanted } from '../client/acting.ts'
import { bridge } from '../client/bridge.ts'
import { start } from '../client/call.ts'
import { useVault } from '../client/vault.ts'
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import type { IconName } from '../ui/icon-paths.ts'
import { address, go } from '../workspace/route.ts'
import { useViews } from '../workspace/views.ts'
import { commandKey } from './keys.ts'
import { type Look, useLook } from './look.ts'
import { rooms } from './rooms.ts'

const t = translator(en)
const looks: readonly Look[] = ['light', 'dark', 'system']

export interface Deed {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly keys?: string
  readonly icon: IconName
  readonly run: () => void
}

/** Rooms first, then saved searches, commands and the accounts. */
export function useDeeds(onKeys: () => void): readonly Deed[] {
  const { accounts, summary } = useVault()
  const views = useViews(summary.vaultId)
  const [, chooseLook] = useLook()
  return [
    ...rooms.map((room, place) => ({
      id: `room ${room.id}`,
      label: t('goTo', { room: room.title }),
      detail: room.about,
      icon: room.icon,
      ...(place < 9 ? { keys: `${commandKey} ${place + 1}` } : {}),
      run: () => go(address(room.id)),
    })),
    ...views.map(
      (view): Deed => ({
        id: `view ${view.id}`,
        label: view.name,
        detail: view.query,
        icon: 'save',
        run: () => go(address('records', [], { q: view.query })),
      }),
    ),
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
    ...looks.map(
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
