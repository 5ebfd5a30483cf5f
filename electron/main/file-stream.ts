// A stretch of a file as a web stream that can be cut off.
import { type FileHandle, open } from 'node:fs/promises'

const CHUNK = 256 * 1024

/**
 * Streams `length` bytes of a file from `start`; the file is closed at the end, on cancel and on abort.
 *
 * @param done called once, when the file has been closed
 * @throws the file system's error when the file cannot be opened, the signal's reason when it was aborted before
 */
export async function streamFile(
  file: string,
  start: number,
  length: number,
  signal: AbortSignal,
  done: () => void,
): Promise<ReadableStream<Uint8Array>> {
  const handle = await openUnlessAborted(file, signal, done)
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
        const { bytesRead, buffer } = await handle.read(new Uint8Array(Math.min(CHUNK, end - position)), { position })
        if (closing !== null) return
        if (bytesRead === 0) {
          await close()
          throw new Error('The file is shorter than its lease says.')
        }
        controller.enqueue(buffer.subarray(0, bytesRead))
        position += bytesRead
        if (position < end) return
        controller.close()
        await close()
      },
      cancel: close,
    },
    { highWaterMark: 1 },
  )
}

async function openUnlessAborted(file: string, signal: AbortSignal, done: () => void): Promise<FileHandle> {
  try {
    signal.throwIfAborted()
    const handle = await open(file, 'r')
    if (!signal.aborted) return handle
    await handle.close()
    throw signal.reason
  } catch (error) {
    done()
    throw error
  }
}
