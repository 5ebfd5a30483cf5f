// Vaults and files that a test file needs for one test each: closed and removed by themselves.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import { openTestArchive, type TestArchive } from './archive.ts'

export interface Workplace {
  /** The temporary folder of the test file. */
  readonly folder: string
  /** A new vault, closed after the test. */
  vault(): Promise<TestArchive>
  /** Has a vault that was opened otherwise closed after the test. */
  closeAfter(vault: TestArchive): void
  /** Writes a file into the folder. Returns its path. */
  put(name: string, bytes: string | Buffer): string
}

/** To be called once at the top of a test file. @param name of the temporary folder */
export function workplace(name: string): Workplace {
  const folder = mkdtempSync(join(tmpdir(), `muniment-${name}-`))
  const open: TestArchive[] = []
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    folder,
    vault: async () => {
      const opened = await openTestArchive()
      open.push(opened)
      return opened
    },
    closeAfter: (opened) => void open.push(opened),
    put: (file, bytes) => {
      const path = join(folder, file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes)
      return path
    },
  }
}
