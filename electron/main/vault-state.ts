// Owns what windows are told of the vault: what is open, what was refused, in words.
import { basename } from 'node:path'
import type { Refusal } from '../../shared/contract/error.ts'
import type { HostAnswer } from '../../shared/contract/host.ts'
import type { ShellState } from '../../shared/contract/shell.ts'

/** What windows are told of the vault; the shell adds the recent ones. */
export type VaultState = Omit<ShellState, 'recent'>

/** Nothing is open. */
export const none: VaultState = {
  ...{ vault: 'none', name: null, practice: false, making: null, refusal: null, warning: null },
  ...{ reading: null, moved: false },
}

/** An answer that a vault is open. */
export type Opened = Extract<HostAnswer, { type: 'opened' }>

/** What is told of a vault that is open. */
export function isOpen(
  folder: string,
  warnings: readonly string[],
  { practice, reading, moved }: Pick<Opened, 'practice' | 'reading' | 'moved'>,
): VaultState {
  return { ...none, vault: 'open', name: vaultName(folder), practice, warning: inWords(warnings), reading, moved }
}

/** The name of a vault as a clerk knows it: its folder's, without the ending. */
export function vaultName(folder: string): string {
  return basename(folder).replace(/\.muniment$/i, '')
}

/** What is told of a vault that was refused. */
export function refused(folder: string, refusal: Refusal): VaultState {
  return { ...none, vault: 'refused', name: vaultName(folder), refusal }
}

function inWords(warnings: readonly string[]): string | null {
  return warnings.length === 0 ? null : warnings.join('\n')
}
