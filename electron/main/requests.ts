// What the shell does for a window that may ask: dialogs, vaults, links. Files leave here as grants, never as paths.
import { homedir } from 'node:os'
import { dirname } from 'node:path'
import type { BrowserWindow } from 'electron'
import { MunimentError } from '../../shared/contract/error.ts'
import type { ShellAnswer, ShellRequest, ShellState } from '../../shared/contract/shell.ts'
import {
  chooseArchives,
  chooseBackupFolder,
  chooseInboxFolder,
  chooseNewVault,
  chooseTarget,
  chooseVault,
} from './dialogs.ts'
import { openLink } from './link.ts'
import type { Outside } from './outside.ts'
import type { SettingsFile } from './settings.ts'
import type { Speller } from './spelling/speller.ts'
import { type ShellVault, vaultName } from './vault.ts'

export interface Shell {
  readonly vault: ShellVault
  readonly settings: SettingsFile
  readonly speller: Speller
  readonly outside: Outside
  window(): BrowserWindow
}

/** What every window is told. Recent vaults are shown by the folder they lie in and asked for by their place in the list. */
export function shellState({ vault, settings }: Pick<Shell, 'vault' | 'settings'>): ShellState {
  const recent = settings
    .current()
    .recent.map((folder) => ({ name: vaultName(folder), folder: fromHome(dirname(folder)) }))
  return { ...vault.state(), recent }
}

/**
 * Does what a window asks.
 * @throws {MunimentError} as the vault refuses
 */
export async function answerRequest(shell: Shell, request: ShellRequest): Promise<ShellAnswer> {
  switch (request.ask) {
    case 'state':
      return stateOf(shell)
    case 'create-vault': {
      const folder = await chooseNewVault(shell.window(), request.city)
      if (folder === null) return cancelled
      await shell.vault.use({ type: 'create', folder, city: request.city, zone: request.zone })
      return stateOf(shell)
    }
    case 'open-vault':
      return openVault(shell, await chooseVault(shell.window()))
    case 'open-recent': {
      const folder = shell.settings.current().recent[request.index]
      if (folder === undefined) throw new MunimentError('VAULT_NOT_FOUND', 'That vault is no longer in the list.')
      return openVault(shell, folder)
    }
    case 'close-vault':
      await shell.vault.close()
      return stateOf(shell)
    case 'choose-archives':
      return grantAll(shell, await chooseArchives(shell.window()), 'read')
    case 'choose-backup-folder':
      return grantOne(shell, await chooseBackupFolder(shell.window()), 'write')
    case 'choose-inbox-folder':
      return grantOne(shell, await chooseInboxFolder(shell.window()), 'read')
    case 'save-as':
      return grantOne(shell, await chooseTarget(shell.window(), request.name), 'write')
    case 'grant-dropped':
      return grantAll(shell, request.paths, 'read')
    case 'prepare-outside': {
      const granted = await shell.outside.prepare(shell.window(), request)
      return granted === null ? cancelled : { kind: 'granted', files: [granted] }
    }
    case 'open-outside':
      await shell.outside.open(request.grant)
      return { kind: 'done' }
    case 'spelling':
      if (request.turn !== null) await shell.speller.turn(request.turn)
      return { kind: 'spelling', on: shell.speller.on }
    case 'open-link':
      return (await openLink(shell.window(), request.url)) ? { kind: 'done' } : cancelled
  }
}

const cancelled: ShellAnswer = { kind: 'cancelled' }

function stateOf(shell: Shell): ShellAnswer {
  return { kind: 'state', state: shellState(shell) }
}

async function openVault(shell: Shell, folder: string | null): Promise<ShellAnswer> {
  if (folder === null) return cancelled
  await shell.vault.use({ type: 'open', folder })
  return stateOf(shell)
}

async function grantOne(shell: Shell, path: string | null, mode: 'read' | 'write'): Promise<ShellAnswer> {
  return grantAll(shell, path === null ? [] : [path], mode)
}

async function grantAll(shell: Shell, paths: readonly string[], mode: 'read' | 'write'): Promise<ShellAnswer> {
  if (paths.length === 0) return cancelled
  const files = await Promise.all(paths.map((path) => shell.vault.grant(path, mode)))
  return { kind: 'granted', files }
}

function fromHome(folder: string): string {
  const home = homedir()
  return folder === home || folder.startsWith(`${home}/`) ? `~${folder.slice(home.length)}` : folder
}
