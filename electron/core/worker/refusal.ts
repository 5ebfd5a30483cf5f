// Thrown values as refusals.
import { ZodError, z } from 'zod'
import { MunimentError, type Refusal, toRefusal } from '../../../shared/contract/error.ts'

/** Refusal of an operation that nothing answers. */
export function unknownOperation(name: string): MunimentError {
  return new MunimentError('OPERATION_UNKNOWN', `There is no operation called ${name} in this version of Muniment.`)
}

/** A thrown value as a refusal; what zod found wrong with an input, and what SQLite and the disk refuse, become words. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ZodError)) return ofDisk(error) ?? toRefusal(error)
  return { code: 'INPUT_INVALID', sentence: `Some of what was entered does not fit: ${z.prettifyError(error)}` }
}

const DAMAGED = /^SQLITE_(?:CORRUPT|NOTADB)/
const NOT_WRITABLE = /^(?:SQLITE_(?:CANTOPEN|READONLY|PERM)|EACCES|EPERM|EROFS)/
const BROKEN_DISK = /^(?:SQLITE_IOERR|EIO)/

/** What the catalog or the disk says, in words; null where it is something else. */
function ofDisk(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const code = String(error.code)
  if (DAMAGED.test(code)) {
    return {
      code: 'VAULT_DAMAGED',
      sentence: `The catalog of this vault is damaged (${error.message}). Keep the folder as it is and restore a backup beside it; the packages in it are as they were received.`,
    }
  }
  if (NOT_WRITABLE.test(code)) {
    return {
      code: 'FILE_UNREADABLE',
      sentence: `A file or folder cannot be opened or written (${error.message}). Nothing was changed; see who may read and write there, and try again.`,
    }
  }
  if (!BROKEN_DISK.test(code)) return null
  return {
    code: 'FILE_UNREADABLE',
    sentence: `The disk did not do what was asked (${code}: ${error.message}): it may be full, gone or failing. What was stored before is unchanged; see to the disk and try again.`,
  }
}
