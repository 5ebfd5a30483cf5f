// Owns files of messages. Discord exports addresses that expire, not the files.
import type { Link } from '../../../../../shared/domain/record/record.ts'
import type { MediaDraft } from '../../draft.ts'
import { type MediaFinder, mediaRole } from '../../kit/media-finder.ts'
import { baseName } from '../../kit/value.ts'

export interface Attachments {
  readonly media: readonly MediaDraft[]
  readonly links: readonly Link[]
  /** Number and name of each file: what stays when the address has expired. */
  readonly content: readonly string[]
}

/** Files by their addresses, which stand apart by spaces (a comma here and there in older tables). */
export function attachmentsAt(addresses: string): Attachments {
  const list = addresses.split(/\s+|,(?=https?:)/).filter((one) => /^https?:/.test(one))
  const files = list.map(stayingPart)
  return {
    media: files.map(({ key }) => ({ role: mediaRole(key), names: [key], directory: '', alt: null })),
    links: files.map(({ address, name }) => ({ shown: name, target: address })),
    content: files.map(({ key }) => key),
  }
}

/** A file that DiscordChatExporter names: by a path beside the export where it was fetched, else by its address. */
export function exportedFile(url: string, id: string, name: string, media: MediaFinder): Attachments {
  if (/^https?:/.test(url)) {
    const { address, key } = stayingPart(url)
    const own = id === '' ? key : `${id}/${name || baseName(address)}`
    return {
      media: [{ role: mediaRole(own), names: [own], directory: '', alt: null }],
      links: [{ shown: name || baseName(address), target: address }],
      content: [own],
    }
  }
  const file = media.file({ uri: safelyDecoded(url.replaceAll('\\', '/')), role: mediaRole(name || url) })
  return { media: [file], links: [], content: [`${id}/${name}`] }
}

/** `…/attachments/<channel>/<number>/<name>?ex=…&hm=…`: what follows the question mark is a signature that expires. */
function stayingPart(url: string): { readonly address: string; readonly name: string; readonly key: string } {
  const address = url.replace(/[?#].*$/s, '')
  const name = baseName(address)
  const number = /\/(\d{15,20})\/[^/]*$/.exec(address)?.[1] ?? ''
  return { address, name, key: number === '' ? name : `${number}/${name}` }
}

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
