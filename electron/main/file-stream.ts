// A stretch of a file as a web stream that can be cut off.
import type { Lease } from '../../shared/contract/host.ts'
import { openReadable, type Readable } from './sealed-handle.ts'

const CHUNK = 256 * 1024

/**
 * Streams `length` bytes of a file from `start`; the file is closed at the end, on cancel and on abort.
 *
 * @param key the file's own key where it is sealed; positions are those of what it holds
 * @param done called once, when the file has been closed
 * @throws the file system's error when the file cannot be opened, the signal's reason when it was aborted before
 */
export async function streamFile(
  { file, key }: Readonly<Pick<Lease, 'file' | 'key'>>,
  start: number,
  length: number,
  signal: AbortSignal,
  done: () => void,
): Promise<ReadableStream<Uint8Array>> {
  const handle = await openUnlessAborted(file, key, signal, done)
  let position = start
  const end = start + length
  let closing: Promise<void> | null = null
  const close = () => {
    closing ??= handle.close().finally(done)
    return closing
  }
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        signal.addEventListener('abort', () => {
          if (closing !== null) return
          controller.error(signal.reason)
          void close()
        })
        if (length > 0) return
        controller.close()
        return close()
      },
      async pull(controller) {
        const bytes = await handle.read(position, Math.min(CHUNK, end - position))
        if (closing !== null) return
        if (bytes.length === 0) {
          await close()
          throw new Error('The file is shorter than its lease says.')
        }
        controller.enqueue(bytes)
        position += bytes.length
        if (position < end) return
        controller.close()
        await close()
      },
      cancel: close,
    },
    { highWaterMark: 1 },
  )
}

async function openUnlessAborted(
  file: string,
  key: string | null,
  signal: AbortSignal,
  done: () => void,
): Promise<Readable> {
  try {
    signal.throwIfAborted()
    const handle = await openReadable(file, key)
    if (!signal.aborted) return handle
    await handle.close()
    throw signal.reason
  } catch (error) {
    done()
    throw error
  }
}
