// The commands of the window that are not places, as the palette and the table of keys name them; what each does is in deeds.ts.
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import type { IconName } from '../ui/icon-paths.ts'
import type { Shortcut } from '../ui/room.ts'

const t = translator(en)

export type CommandName = 'acting' | 'verify' | 'keys' | 'help' | 'window' | 'close'

export interface Command {
  readonly id: CommandName
  readonly label: string
  readonly keys?: string
  readonly icon: IconName
}

/** Every command. */
export const commands: readonly Command[] = [
  { id: 'acting', label: t('actingChoose'), icon: 'person' },
  { id: 'verify', label: t('verify'), icon: 'shield' },
  { id: 'keys', label: t('keySheet'), keys: '?', icon: 'keyboard' },
  { id: 'help', label: t('help'), keys: 'F1', icon: 'info' },
  { id: 'window', label: t('newWindow'), icon: 'plus' },
  { id: 'close', label: t('closeVault'), icon: 'close' },
]

/** Keys that work everywhere. @param commandKey how the key that commands begin with is written on this computer */
export function everywhere(commandKey: string): readonly Shortcut[] {
  return [
    { keys: `${commandKey} K`, words: t('key.palette') },
    { keys: '/', words: t('key.search') },
    { keys: `${commandKey} 1 … 9`, words: t('key.room') },
    { keys: 'F6', words: t('key.regions') },
    { keys: '?', words: t('key.sheet') },
    { keys: 'F1', words: t('key.help') },
    { keys: 'Esc', words: t('key.close') },
  ]
}
