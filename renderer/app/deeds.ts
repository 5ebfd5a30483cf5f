// Everything that the command palette leads to or does, but for records.
import { vaultVerify } from '../../shared/contract/vault.ts'
import { actorWanted } from '../client/acting.ts'
import { bridge } from '../client/bridge.ts'
import { start } from '../client/call.ts'
import { useVault } from '../client/vault.ts'
import { en } from '../locale/en/app.ts'
import { en as tourWords } from '../locale/en/tour.ts'
import { translator } from '../locale/t.ts'
import type { IconName } from '../ui/icon-paths.ts'
import type { Place } from '../ui/room.ts'
import { looksOf, useLook } from '../workspace/look.ts'
import { address, go } from '../workspace/route.ts'
import { type CommandName, commands } from './commands.ts'
import { commandKey } from './keys.ts'
import { resetWanted, tourWord } from './practice-band.tsx'
import { rooms } from './rooms.ts'
import type { Tour } from './tour/use-tour.ts'

const t = translator(en)
const tTour = translator(tourWords)

export interface Deed {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly keys?: string
  readonly icon: IconName
  readonly run: () => void
}

export interface Own {
  readonly onKeys: () => void
  readonly onHelp: () => void
  readonly tour: Tour
}

/** Rooms first, then commands, then what the rooms hold: accounts, series, requests, holds, imports, and whatever else a room tells. */
export function useDeeds({ onKeys, onHelp, tour }: Own): readonly Deed[] {
  const [, chooseLook] = useLook('look')
  // biome-ignore lint/correctness/useHookAtTopLevel: the rooms are a constant of the build, so their hooks run in the same order at every drawing
  const held = rooms.flatMap((room) => room.usePlaces?.() ?? [])
  const { practice } = useVault().summary
  const verify = () =>
    start(vaultVerify, {})
      .then(() => go(address('jobs')))
      .catch(() => undefined)
  const runs: Readonly<Record<CommandName, () => void>> = {
    acting: () => actorWanted.set(true),
    verify: () => void verify(),
    keys: onKeys,
    help: onHelp,
    window: () => void bridge().ask({ ask: 'new-window' }),
    close: () => void bridge().ask({ ask: 'close-vault' }),
  }
  return [
    ...rooms.map((room, place) => ({
      id: `room ${room.id}`,
      label: t('goTo', { room: room.title }),
      detail: room.about,
      icon: room.icon,
      ...(place < 9 ? { keys: `${commandKey} ${place + 1}` } : {}),
      run: () => go(address(room.id)),
    })),
    ...rooms.flatMap((room) => room.places ?? []).map(leadTo),
    ...commands.map((command): Deed => ({ ...command, run: runs[command.id] })),
    ...(practice ? practiceDeeds(tour) : []),
    ...looksOf('look').map(
      (look): Deed => ({
        id: `look ${look}`,
        label: t('look'),
        detail: t(`look.${look}`),
        icon: 'look',
        run: () => chooseLook(look),
      }),
    ),
    ...held.map(leadTo),
  ]
}

function practiceDeeds(tour: Tour): Deed[] {
  return [
    { id: 'tour', label: tourWord(tour), icon: 'info', run: tour.takeUp },
    { id: 'reset', label: tTour('resetDeed'), icon: 'undo', run: () => resetWanted.set(true) },
  ]
}

/** A place as a deed: going there. */
export function leadTo({ to, ...place }: Place): Deed {
  return { ...place, run: () => go(to) }
}
