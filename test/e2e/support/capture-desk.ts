// A vault, a browser that captures pages, and a site to capture: what the tests of page captures share.
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { BrowserProgram } from '../../../electron/core/job/browser-program.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { electronExecutable, isRoot, root, temporaryFolder } from './app.ts'
import { type CaptureSite, captureSite } from './capture-site.ts'

export interface CaptureDesk {
  readonly site: CaptureSite
  readonly program: BrowserProgram
  /** The port that the browser has open for tools: by it a test does in the operator's window what the operator would. */
  readonly port: number
  readonly account: AccountId
  /** The app's own folder on this desk. */
  readonly settings: string
  /** The vault that is open now. */
  readonly vault: TestArchive
  readonly now: () => Instant
  /** Closes the vault, does something with its folder, and opens it again. */
  away<Result>(work: (folder: string) => Promise<Result>): Promise<Result>
  /** An Electron that the command line can start as it stands: as root it needs a switch, and a folder of the test's own. */
  electronAlone(): Promise<string>
  close(): Promise<void>
}

/** Opens it all. */
export async function captureDesk(): Promise<CaptureDesk> {
  const site = await captureSite()
  const folder = await temporaryFolder()
  const port = await freePort()
  const settings = join(folder, 'settings')
  const words = [
    ...(isRoot ? ['--no-sandbox'] : []),
    `--user-data-dir=${settings}`,
    '--use-fake-device-for-media-stream',
    `--remote-debugging-port=${port}`,
  ]
  const program = { command: electronExecutable(), args: [...words, root] }
  const now = () => Instant.parse(Date.now())
  let openings = 0
  // Each time with other randomness: what was drawn before is in the vault.
  const open = (vault: { folder?: string }) =>
    openTestArchive({ browser: program, clock: now, seed: `opening ${++openings}`, ...vault })
  let vault = await open({})
  const draft = { handle: 'Alder Bay site', name: 'City site', department: '', liaison: '', nativeId: null }
  const { id: account } = await vault.call(accountAdd, { ...draft, platform: PlatformName.parse('wordpress') })
  return {
    site,
    program,
    port,
    settings,
    account,
    now,
    get vault() {
      return vault
    },
    away: async (work) => {
      await vault.archive.close()
      try {
        return await work(vault.folder)
      } finally {
        vault = await open({ folder: vault.folder })
      }
    },
    electronAlone: async () => {
      const path = join(folder, 'electron')
      const command = [program.command, ...words].map((word) => `'${word}'`).join(' ')
      await writeFile(path, `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 })
      return path
    },
    close: async () => {
      await vault.close()
      await site.close()
    },
  }
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}
