// What the shell does for a window that may ask: dialogs, vaults, links. Files leave here as grants, never as paths.
import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { profileWords } from '../../shared/contract/browser.ts'
import { MunimentError } from '../../shared/contract/error.ts'
import type { ShellAnswer, ShellRequest, ShellState } from '../../shared/contract/shell.ts'
import type { AccountId } from '../../shared/domain/id.ts'
import { safeFileName } from '../../shared/text/file-name.ts'
import { TRAINING, trainingName } from '../../shared/text/practice.ts'
import { keptLogIn } from '../browser/kept.ts'
import type { CredentialFile } from './credentials.ts'
import {
  chooseArchives,
  chooseBackupFolder,
  chooseCopyPlace,
  chooseInboxFolder,
  chooseMovePlace,
  chooseNewVault,
  chooseTarget,
  chooseVault,
  confirmPlace,
} from './dialogs.ts'
import { openLink } from './link.ts'
import { type LoginCopies, saveKey } from './login-copies.ts'
import type { Outside } from './outside.ts'
import { openReplay } from './replay-window.ts'
import type { SettingsFile } from './settings.ts'
import type { ShellVault } from './shell-vault.ts'
import type { Speller } from './spelling/speller.ts'
import { vaultName } from './vault-state.ts'

export interface Shell {
  readonly vault: ShellVault
  readonly settings: SettingsFile
  readonly speller: Speller
  readonly outside: Outside
  readonly credentials: CredentialFile
  readonly loginCopies: LoginCopies
  /** The window that asks: its dialogs belong to it. */
  window(): BrowserWindow
  openWindow(): void
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
      const folder = await placeForNew(shell, request.city)
      if (folder === null) return cancelled
      const { city, zone, locks } = request
      await shell.vault.use({ type: 'create', folder, city, zone, ...(locks === null ? {} : { locks }) })
      return stateOf(shell)
    }
    case 'unlock-vault':
      await shell.vault.unlock(request.secret)
      return stateOf(shell)
    case 'change-locks':
      await shell.vault.changeLocks(request.change)
      return stateOf(shell)
    case 'start-practice': {
      const folder = await chooseNewVault(shell.window(), `${TRAINING} Alder Bay`)
      if (folder === null) return cancelled
      await shell.vault.use({ type: 'practice', folder })
      return stateOf(shell)
    }
    case 'reset-practice':
      await shell.vault.reset()
      return stateOf(shell)
    case 'take-sample':
      return { kind: 'granted', files: [await shell.vault.sample()] }
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
    case 'read-copy': {
      const to = request.keep
        ? await chooseCopyPlace(shell.window(), copyName(shell))
        : await temporaryCopy(copyName(shell))
      if (to === null) return cancelled
      await shell.vault.readCopy(to, !request.keep)
      return stateOf(shell)
    }
    case 'move-vault': {
      const to = await chooseMovePlace(shell.window(), `${shell.vault.state().name ?? ''}.muniment`)
      if (to === null) return cancelled
      await shell.vault.move(to, request)
      return stateOf(shell)
    }
    case 'call-off-move':
      await shell.vault.callOff(request)
      return stateOf(shell)
    case 'new-window':
      shell.openWindow()
      return { kind: 'done' }
    case 'choose-archives':
      return grantAll(shell, await chooseArchives(shell.window()), 'read')
    case 'choose-backup-folder':
      return grantOne(shell, await chooseBackupFolder(shell.window()), 'write')
    case 'choose-inbox-folder':
      return grantOne(shell, await chooseInboxFolder(shell.window()), 'read')
    case 'save-as':
      return grantOne(shell, await chooseTarget(shell.window(), nameFor(shell, request.name)), 'write')
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
    case 'replay':
      await openReplay(request, (asked) => shell.vault.captured(asked))
      return { kind: 'done' }
    case 'credential':
      return credentialState(shell, request.account)
    case 'keep-credential':
      return keepCredential(shell, request)
    case 'login-copy':
      return shell.loginCopies.state(request.account)
    case 'keep-login-copy':
      return shell.loginCopies.keep(request.account, request.login)
    case 'open-login-copy':
      return shell.loginCopies.open(request)
    case 'save-key': {
      const path = await chooseTarget(shell.window(), nameFor(shell, request.name))
      if (path === null) return cancelled
      await saveKey(path, request.key)
      return { kind: 'done' }
    }
    case 'signed-in':
      return signedInState(shell, request.account)
    case 'open-link':
      return (await openLink(shell.window(), request.url)) ? { kind: 'done' } : cancelled
  }
}

const cancelled: ShellAnswer = { kind: 'cancelled' }

function credentialState({ vault, credentials }: Shell, account: AccountId): ShellAnswer {
  const savedAt = vault.vaultId === null ? null : credentials.savedAt(vault.vaultId, account)
  return { kind: 'credential', place: credentials.place, savedAt }
}

async function signedInState({ vault }: Shell, account: AccountId): Promise<ShellAnswer> {
  const words = profileWords(vault.vaultId ?? '', account)
  const profile = createHash('sha256').update(words).digest('hex').slice(0, 32)
  const kept = await keptLogIn(app.getPath('userData'), profile)
  return { kind: 'signed-in', at: kept?.at ?? null, hosts: kept?.hosts ?? [] }
}

async function keepCredential(
  shell: Shell,
  { account, credential }: Extract<ShellRequest, { ask: 'keep-credential' }>,
): Promise<ShellAnswer> {
  const { vaultId } = shell.vault
  if (vaultId === null) throw new MunimentError('VAULT_CLOSED', 'No vault is open. Open one, then try again.')
  await shell.vault.holdCredential({ account, credential })
  await shell.credentials.keep(vaultId, { account, credential }, Date.now())
  return credentialState(shell, account)
}

function stateOf(shell: Shell): ShellAnswer {
  return { kind: 'state', state: shellState(shell) }
}

async function openVault(shell: Shell, folder: string | null): Promise<ShellAnswer> {
  if (folder === null) return cancelled
  await shell.vault.use({ type: 'open', folder })
  return stateOf(shell)
}

/** Where a new vault goes: a place that is not safe is told of first, and another can be chosen. */
async function placeForNew(shell: Shell, city: string): Promise<string | null> {
  for (;;) {
    const folder = await chooseNewVault(shell.window(), city)
    const advice = folder === null ? null : await shell.vault.advise(folder)
    if (advice === null || (await confirmPlace(shell.window(), advice))) return folder
  }
}

function copyName({ vault }: Shell): string {
  return `${vaultName(vault.refused ?? '')} (copy)`
}

/** A folder of this session's own; what an app left there that was killed goes first. */
async function temporaryCopy(name: string): Promise<string> {
  const place = join(app.getPath('userData'), 'copies')
  await rm(place, { recursive: true, force: true })
  await mkdir(place, { recursive: true })
  return join(place, safeFileName(`${name}.muniment`, new Map()))
}

async function grantOne(shell: Shell, path: string | null, mode: 'read' | 'write'): Promise<ShellAnswer> {
  return grantAll(shell, path === null ? [] : [path], mode)
}

async function grantAll(shell: Shell, paths: readonly string[], mode: 'read' | 'write'): Promise<ShellAnswer> {
  if (paths.length === 0) return cancelled
  const files = await Promise.all(paths.map((path) => shell.vault.grant(path, mode)))
  return { kind: 'granted', files }
}

/** The name that is proposed for a file: what a practice vault writes says so. */
function nameFor({ vault }: Shell, name: string): string {
  return vault.state().practice ? trainingName(name) : name
}

function fromHome(folder: string): string {
  const home = homedir()
  return folder === home || folder.startsWith(`${home}/`) ? `~${folder.slice(home.length)}` : folder
}
