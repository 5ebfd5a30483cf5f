// Opening a review copy where it is read, and a reply where it comes back. Neither writes what it opens to a disk.
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Digest, GrantId } from '../../../../shared/domain/id.ts'
import { CopyContent } from '../../../../shared/domain/review/review-copy.ts'
import { readFile, stat } from '../../vault/cipher/fs-promises.ts'
import type { Files } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { decrypted } from '../../vault/key/age.ts'
import { COPY_JSON, COPY_PDF } from './make.ts'

const MOST = 512 * 1024 * 1024

/** A copy that was opened. */
export interface OpenedCopy {
  /** SHA-256 of the encrypted file. */
  readonly digest: Digest
  readonly content: CopyContent
  readonly pdf: Uint8Array
}

/**
 * The bytes of a file that the clerk chose.
 * @throws MunimentError GRANT_UNKNOWN, FILE_UNREADABLE
 */
export async function chosenFile(files: Files, grant: GrantId): Promise<Uint8Array> {
  const file = files(grant)
  if (file === undefined)
    throw new MunimentError(
      'GRANT_UNKNOWN',
      'The file was chosen in an earlier session. Nothing was read; choose it again.',
    )
  return wholeFile(file.path, file.name)
}

/** The bytes of a file. @param name as it is called in a refusal; @throws MunimentError FILE_UNREADABLE */
async function wholeFile(path: string, name: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size <= MOST) return await readFile(path)
  } catch (error) {
    throw new MunimentError('FILE_UNREADABLE', `${name} cannot be read. Nothing was done.`, { cause: error })
  }
  throw new MunimentError('FILE_UNREADABLE', `${name} is larger than any review copy. Nothing was done.`)
}

/** @throws MunimentError INPUT_INVALID where the key does not open it or it holds no review copy */
export async function openCopy(file: Uint8Array, key: string): Promise<OpenedCopy> {
  const opened = await decrypted(file, key.trim())
  if (opened === null)
    throw refused(
      'This passphrase or key does not open the file, or it is no review copy, or it was changed on its way.',
    )
  try {
    const parts = await partsOf(opened)
    const [json, pdf] = [parts.get(COPY_JSON), parts.get(COPY_PDF)]
    if (json !== undefined && pdf !== undefined)
      return { digest: sha256(file), content: CopyContent.parse(JSON.parse(json.toString('utf8'))), pdf }
  } catch {
    throw refused('The file was opened, and what is in it is no review copy that this version of Muniment can read.')
  }
  throw refused('The file was opened, and no review copy is in it.')
}

/** The two parts that are read. */
async function partsOf(archive: Uint8Array): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  const zip = await fromBufferPromise(Buffer.from(archive), { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== COPY_JSON && entry.fileName !== COPY_PDF) continue
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return parts
}

/** The digest of a whole file. */
export function sha256(bytes: Uint8Array): Digest {
  return digestOf(createHash('sha256').update(bytes).digest())
}

function refused(sentence: string): MunimentError {
  return new MunimentError('INPUT_INVALID', `${sentence} Nothing was done.`)
}
