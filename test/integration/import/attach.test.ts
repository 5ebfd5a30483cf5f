// A command line beside the process that has the vault open: it attaches, and neither gets in the other's way.
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attachArchive } from '../../../electron/core/serve/socket-client.ts'
import { socketAddresses } from '../../../electron/core/serve/socket-place.ts'
import { readVaultFile } from '../../../electron/core/vault/about.ts'
import { smallExport } from '../../fixtures/x/small.ts'
import { ended, muniment, type Owner, ownVault, startMuniment } from '../../support/command-line.ts'

let desk: string
let vault: string
let owner: Owner | null
const run = (...args: readonly string[]) => muniment(desk, ...args, '--vault', vault, '--json')

beforeEach(async () => {
  desk = mkdtempSync(join(tmpdir(), 'muniment-attach-'))
  vault = join(desk, 'City.muniment')
  await muniment(desk, 'init', vault, '--city', 'City of Alder Bay')
  owner = await ownVault(vault)
})
afterEach(async () => {
  await owner?.close()
  rmSync(desk, { recursive: true, force: true })
})

const socket = () => socketAddresses(vault, readVaultFile(vault).vaultId).find((address) => existsSync(address)) ?? ''

describe('beside an open vault', () => {
  test('an import and a backup are done by its owner', async () => {
    const { path } = await smallExport(desk, { tweets: 40 })
    const taken = await run('import', path, '--account', 'AlderBayCity', '--create-account')
    expect(taken).toMatchObject({ code: 0 })
    expect((await run('backup', join(desk, 'Backup.muniment'))).code).toBe(0)
    expect(readdirSync(join(desk, 'Backup.muniment'))).toContain('catalog.sqlite')
    await owner?.close()
    owner = null
    const copy = await muniment(desk, 'records', '--json', '--vault', join(desk, 'Backup.muniment'))
    expect(JSON.parse(copy.out).total).toBe(JSON.parse((await run('records')).out).total)
  })

  test('the socket is this user’s alone', () => {
    expect(statSync(socket()).mode & 0o777).toBe(0o600)
    expect(statSync(join(socket(), '..')).mode & 0o777).toBe(0o700)
  })

  test('changes of one are told to the others', async () => {
    const watching = await attachArchive(vault)
    const told = new Promise<readonly string[]>((resolve) => watching?.subscribe(({ topics }) => resolve(topics)))
    await run('accounts', 'add', '--platform', 'x', '--handle', 'AlderBayCity')
    expect(await told).toContain('accounts')
    watching?.close()
  })

  test('what is no message of the contract is not answered, and harms nobody', async () => {
    const rude = createConnection(socket())
    rude.write('no JSON\n{"type":"open","path":"/"}\n{"type":"call","call":1}\n')
    expect((await run('summary')).code).toBe(0)
    rude.destroy()
  })

  test('a grant needs a whole path', async () => {
    const attached = await attachArchive(vault)
    await expect(attached?.grant('export.zip', 'read')).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    attached?.close()
  })
})

describe('when the owner ends', () => {
  test('killed, its socket is left and the next command opens the vault itself', async () => {
    await owner?.kill()
    owner = null
    expect(existsSync(socket())).toBe(true)
    expect((await run('summary')).code).toBe(0)
    expect(existsSync(socket())).toBe(false)
  })

  test('in order, it takes its socket away and those attached are told', async () => {
    const attached = await attachArchive(vault)
    await owner?.close()
    owner = null
    expect(existsSync(socket())).toBe(false)
    const call = attached?.call(
      'vault.summary',
      {},
      { command: null, actor: null, signal: new AbortController().signal },
    )
    await expect(call).rejects.toMatchObject({ code: 'VAULT_CLOSED' })
  })
})

test('several commands at once all come to their end, whichever of them holds the vault', async () => {
  await owner?.close()
  owner = null
  const backups = [1, 2, 3].map((number) =>
    startMuniment(desk, 'backup', `Backup-${number}.muniment`, '--vault', vault, '--json'),
  )
  const ends = await Promise.all(backups.map(ended))
  expect(ends.map(({ code, err }) => (code === 0 ? 0 : err))).toEqual([0, 0, 0])
})

test('two copies of one vault have two sockets', async () => {
  await owner?.close()
  owner = null
  await run('backup', join(desk, 'Copy.muniment'))
  const { vaultId } = readVaultFile(vault)
  expect(readVaultFile(join(desk, 'Copy.muniment')).vaultId).toBe(vaultId)
  expect(socketAddresses(vault, vaultId)).not.toEqual(socketAddresses(join(desk, 'Copy.muniment'), vaultId))
})
