// Owns finding the files that XML documents hold in Base64, so that they become media of the records that name them.
import { createHash } from 'node:crypto'
import type { Element } from 'domhandler'
import { MemberError } from '../archive/archive.ts'
import type { MediaDraft } from '../draft.ts'
import type { EmbeddedFile } from '../platform.ts'
import type { Claims } from './claims.ts'
import { passedOver } from './draft.ts'
import { plainText } from './markup.ts'
import { markupReader } from './markup-reader.ts'
import { mediaFinder, mediaRole } from './media-finder.ts'
import type { Survey } from './peek.ts'

/** Which elements hold a file, and what it is called. */
interface Holder {
  readonly isFile: (element: Element) => boolean
  readonly nameOf: (element: Element) => string
}

/** The bytes that an element holds in Base64; null where it holds none. */
export function bytesInside(element: Element | undefined): Buffer | null {
  const bytes = Buffer.from(plainText(element), 'base64')
  return bytes.length === 0 ? null : bytes
}

/** Such a file as the media of its record. */
export function mediaInside(name: string, bytes: Buffer): MediaDraft {
  const digest = createHash('sha256').update(bytes).digest()
  return { role: mediaRole(name), names: [name], directory: '', alt: null, digest }
}

/**
 * The files inside the documents that are claimed as `type`. A document that breaks off gives those before the break: its reader tells of it.
 * Throws the signal's reason.
 */
export async function* filesInside(
  { tree }: Survey,
  claims: Claims,
  type: string,
  { isFile, nameOf }: Holder,
  signal: AbortSignal,
): AsyncGenerator<EmbeddedFile> {
  for (const [{ member, name }, claim] of claims) {
    if (claim.type !== type) continue
    let found: EmbeddedFile[] = []
    const read = markupReader<null>({
      xml: true,
      isItem: isFile,
      make: (element) => {
        const bytes = bytesInside(element)
        if (bytes !== null) found.push({ name: nameOf(element), bytes: once(bytes) })
        return passedOver('A file inside the document.')
      },
    })
    const file = { member, name, type, claimed: null, use: 'records', note: null } as const
    const about = { layout: '', ownerHandle: null, ownerNativeId: null, ownerName: null, generatedAt: null }
    try {
      const reading = { tree, file, about, state: null, media: mediaFinder(new Set()), odd: () => {}, signal }
      for await (const _ of read(reading)) {
        yield* found
        found = []
      }
    } catch (error) {
      if (!(error instanceof MemberError)) throw error
      yield* found
    }
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
