// Owns refusing workbooks that unpack to more than memory holds, before the library that reads them opens them.
import { finished } from 'node:stream/promises'
import { fromBufferPromise } from 'yauzl'

/** Sheets and texts of a workbook, unpacked. */
const MOST = 256 * 2 ** 20
const MOST_ENTRIES = 10_000

/** Why a workbook is not opened, in the end of a sentence; null where it may be. What it states of its sizes is tried, not believed. */
export async function refusalOfWorkbook(bytes: Buffer, signal: AbortSignal): Promise<string | null> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
    let [size, entries] = [0, 0]
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted()
      entries += 1
      size += entry.uncompressedSize
      if (size > MOST || entries > MOST_ENTRIES) return `unpacks to more than ${MOST / 2 ** 20} MB and was not opened`
      if (entry.fileName.endsWith('/')) continue
      if (entry.isEncrypted()) return 'is locked with a password and was not opened'
      const stream = await zip.openReadStreamPromise(entry)
      stream.resume()
      await finished(stream, { signal })
    }
    return null
  } catch (error) {
    signal.throwIfAborted()
    return `is no workbook that can be opened (${error instanceof Error ? error.message : String(error)})`
  }
}
