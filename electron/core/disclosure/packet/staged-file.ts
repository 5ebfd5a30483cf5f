// A file of the packet that grows while records pass by, kept aside until it enters the archive.

import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { createReadStream, createWriteStream } from '../../vault/cipher/streams.ts'

const BLOCK = 1 << 16

export interface StagedText {
  /** Appends text; resolves when there is room for more. */
  write(text: string): Promise<void>
  /** Ends it with everything on disk. */
  end(): Promise<void>
  /** Lets go of the file, whether it was ended or not. */
  close(): void
}

/** A text file that is written in blocks. */
export function stagedText(path: string): StagedText {
  const out = createWriteStream(path)
  let waiting = ''
  const flush = async () => {
    const block = waiting
    waiting = ''
    if (block !== '' && !out.write(block)) await once(out, 'drain')
  }
  return {
    write: async (text) => {
      waiting += text
      if (waiting.length >= BLOCK) await flush()
    },
    end: async () => {
      await flush()
      out.end()
      await finished(out)
    },
    close: () => void out.destroy(),
  }
}

/** A staged file's bytes, for the archive. */
export async function* stagedBytes(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: BLOCK * 4 })) {
    if (chunk instanceof Uint8Array) yield chunk
  }
}
