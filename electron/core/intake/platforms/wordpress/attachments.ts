// Owns knowing a site's attachments before its posts are read: posts name them by number, and they may stand later or in another file.
import type { Element } from 'domhandler'
import type { Claims } from '../../kit/claims.ts'
import { eachElement } from '../../kit/each-element.ts'
import { childText } from '../../kit/markup.ts'
import type { Survey } from '../../kit/peek.ts'
import { metaValues } from './meta.ts'

/** A file of the site's library. */
export interface Attachment {
  readonly id: string
  /** Where the site shows it; `''` where the export does not say. */
  readonly address: string
  /** Its path below the site's uploads; `''` where the export does not say. */
  readonly path: string
  readonly alt: string | null
  /** The number of the item that it was uploaded to; `''` for none. */
  readonly parent: string
}

export interface Library {
  readonly byId: ReadonlyMap<string, Attachment>
  readonly byParent: ReadonlyMap<string, readonly Attachment[]>
}

/** What an item says of itself as a file; null where it is none. */
export function attachmentOf(item: Element): Attachment | null {
  if (childText(item, 'wp:post_type') !== 'attachment') return null
  return {
    id: childText(item, 'wp:post_id'),
    address: childText(item, 'wp:attachment_url') || childText(item, 'guid'),
    path: metaValues(item, '_wp_attached_file')[0] ?? '',
    alt: metaValues(item, '_wp_attachment_image_alt')[0] ?? null,
    parent: childText(item, 'wp:post_parent').replace(/^0$/, ''),
  }
}

/** The attachments of all files of an export. Throws the signal's reason. */
export async function siteLibrary(survey: Survey, claims: Claims, signal: AbortSignal): Promise<Library> {
  const byId = new Map<string, Attachment>()
  for (const peek of survey.peeks) {
    if (claims.get(peek)?.type !== 'wxr') continue
    await eachElement(survey, peek, 'item', signal, (item) => {
      const attachment = attachmentOf(item)
      if (attachment !== null && attachment.id !== '') byId.set(attachment.id, attachment)
    })
  }
  return { byId, byParent: Map.groupBy(byId.values(), ({ parent }) => parent) }
}
