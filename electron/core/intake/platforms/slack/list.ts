// Owns going through the elements of a file's root list, where all of it must be known before messages are read.

import { parseLossless } from '../../../json/lossless.ts'
import { splitDeep } from '../../../json/split-deep.ts'
import { MemberError } from '../../archive/archive.ts'
import type { Peek } from '../../kit/peek.ts'
import { isObject, type JsonObject } from '../../kit/value.ts'
import type { ExportTree } from '../../platform.ts'

/**
 * The objects of a list at the root. A damaged file gives what could be read of it: its own reading tells of the damage.
 * @param wanted looks at an element's bytes, to spare parsing those that say nothing of the matter
 */
export async function* elementsOf(
  tree: ExportTree,
  { member }: Peek,
  signal: AbortSignal,
  wanted: (bytes: Buffer) => boolean = () => true,
): AsyncGenerator<JsonObject> {
  try {
    for await (const { items } of splitDeep(tree.set.read(member, signal), (path) => path.length === 0, signal)) {
      for (const { bytes } of items) {
        const value = bytes !== null && wanted(bytes) ? parsed(bytes) : undefined
        if (isObject(value)) yield value
      }
    }
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return parseLossless(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
