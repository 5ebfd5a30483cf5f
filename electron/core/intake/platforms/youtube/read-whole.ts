// Owns reading a table or a JSON file before the import begins, because what other files say belongs to the same records.

import { parseLossless } from '../../../json/lossless.ts'
import { MemberError } from '../../archive/archive.ts'
import { csvReader } from '../../kit/csv-reader.ts'
import { passedOver } from '../../kit/draft.ts'
import { mediaFinder } from '../../kit/media-finder.ts'
import type { Peek } from '../../kit/peek.ts'
import type { Reading } from '../../kit/spec.ts'
import type { ExportTree } from '../../platform.ts'

/** Larger ones are not kept in memory; their own reading tells of them. */
const MOST = 64 * 2 ** 20

/** The rows below a table's header. A damaged file gives what could be read of it; its own reading tells of the damage. */
export async function rowsOf(tree: ExportTree, peek: Peek, signal: AbortSignal): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = []
  const reader = csvReader<null>({
    make: ({ cells }) => {
      rows.push(cells)
      return passedOver('Read before.')
    },
  })
  await whereReadable(async () => {
    const groups = reader(readingOf(tree, peek, signal))
    while ((await groups.next()).done !== true) signal.throwIfAborted()
  })
  return rows
}

/** What a JSON file holds; undefined where it is malformed or damaged. */
export async function jsonOf(tree: ExportTree, { member }: Peek, signal: AbortSignal): Promise<unknown> {
  const chunks: Buffer[] = []
  if (member.size > MOST) return undefined
  await whereReadable(async () => {
    for await (const chunk of tree.set.read(member, signal)) chunks.push(chunk)
  })
  try {
    return parseLossless(
      Buffer.concat(chunks)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    )
  } catch {
    return undefined
  }
}

async function whereReadable(read: () => Promise<void>): Promise<void> {
  try {
    await read()
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
  }
}

function readingOf(tree: ExportTree, { member, name }: Peek, signal: AbortSignal): Reading<null> {
  return {
    tree,
    file: { member, name, type: 'table', claimed: null, use: 'records', note: null },
    about: { layout: '', ownerHandle: null, ownerNativeId: null, ownerName: null, generatedAt: null },
    state: null,
    media: mediaFinder(new Set()),
    odd: () => {},
    signal,
  }
}
