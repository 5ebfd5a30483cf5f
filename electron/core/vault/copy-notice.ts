// Notices that copies of a vault exist which a desk made that could not write in it: registered at the vault's next opening.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import { Digest } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import type { Driver } from './catalog/driver.ts'
import { digestBytes } from './hex.ts'
import { isRegistered, registerCopy } from './repository/packet/issued.ts'

const FOLDER = 'copies'

const CopyNotice = z.strictObject({
  place: z.string(),
  digest: Digest,
  size: z.int().nonnegative(),
  at: Instant,
})

/**
 * Leaves a notice in the vault that a copy was made.
 * @throws MunimentError FILE_UNREADABLE: a copy that the vault cannot be told of must not be made
 */
export function leaveCopyNotice(folder: string, id: Uint8Array, notice: z.infer<typeof CopyNotice>): void {
  try {
    mkdirSync(join(folder, FOLDER), { recursive: true })
    const path = join(folder, FOLDER, `${Buffer.from(id).toString('hex')}.json`)
    writeFileSync(path, `${JSON.stringify(notice)}\n`, { flush: true, flag: 'wx' })
  } catch (error) {
    const sentence = `The vault in ${folder} could not be told of the copy, and a copy that nobody knows of could outlive the records in it. No copy was made; ask for leave to write in that folder.`
    throw new MunimentError('FILE_UNREADABLE', sentence, { cause: error })
  }
}

/** Registers the copies of which there are notices. One that cannot be read stays where it is. */
export function takeCopyNotices(db: Driver, folder: string): void {
  const there = join(folder, FOLDER)
  if (!existsSync(there)) return
  for (const name of readdirSync(there)) {
    const read = CopyNotice.safeParse(parsed(join(there, name)))
    if (!read.success) continue
    const { digest, ...notice } = read.data
    const copy = {
      kind: 'reading-copy',
      subject: 'vault',
      name: 'catalog.sqlite',
      digest: digestBytes(digest),
    } as const
    if (!isRegistered(db, notice)) registerCopy(db, { ...copy, ...notice })
    rmSync(join(there, name), { force: true })
  }
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
