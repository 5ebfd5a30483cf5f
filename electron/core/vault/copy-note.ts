// What a folder that was made to be read says of itself: of which vault it is a copy, as of when, made where and by whom.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import { Instant, type Zone } from '../../../shared/domain/time.ts'

const FILE = 'copy.json'

const CopyNote = z.strictObject({
  of: z.string(),
  asOf: Instant,
  osUser: z.string(),
  machine: z.string(),
})
type CopyNote = z.infer<typeof CopyNote>

/**
 * What a copy says of itself; null of a living vault.
 * @throws MunimentError VAULT_DAMAGED where it cannot be read: a copy must never be taken for the vault
 */
function readCopyNote(folder: string): CopyNote | null {
  const path = join(folder, FILE)
  if (!existsSync(path)) return null
  try {
    return CopyNote.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    const sentence = `${FILE} in ${folder} says that this is a copy to be read, but not of what. Nothing was changed; make a new copy.`
    throw new MunimentError('VAULT_DAMAGED', sentence, { cause: error })
  }
}

/** Makes a folder a copy that can only be read. */
export function writeCopyNote(folder: string, note: CopyNote): void {
  writeFileSync(join(folder, FILE), `${JSON.stringify(note, null, 2)}\n`, { flush: true })
}

/** The sentence that stands over everything that is shown of a copy; null of a living vault. Throws as {@link readCopyNote}. */
export function bandOfCopy(folder: string, zone: Zone): string | null {
  const note = readCopyNote(folder)
  if (note === null) return null
  const asOf = new Intl.DateTimeFormat('en-US', { timeZone: zone, dateStyle: 'long', timeStyle: 'short' })
  return `This is a copy of ${note.of}, as of ${asOf.format(note.asOf)}, made by ${note.osUser} at the computer ${note.machine}. It is for reading: nothing can be changed in it.`
}
