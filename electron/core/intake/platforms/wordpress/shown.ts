// Owns the pictures, films, sounds and files of an item: what its body shows, what is noted beside it, and which of them the export holds.
import type { Document, Element } from 'domhandler'
import type { MediaRole } from '../../../../../shared/domain/record/record.ts'
import type { MediaDraft } from '../../draft.ts'
import { children, childText } from '../../kit/markup.ts'
import { type MediaFinder, mediaRole } from '../../kit/media-finder.ts'
import { baseName } from '../../kit/value.ts'
import type { Attachment, Library } from './attachments.ts'
import { filesInBody, type NamedByItem } from './body.ts'
import { marksIn } from './marks.ts'
import { metaValues } from './meta.ts'

/** What is known of the export while an item is read. */
export interface Site {
  readonly library: Library
  readonly media: MediaFinder
  /** The host of the site's own address; `''` where the export does not say. */
  readonly host: string
}

/** The file of an attachment. */
export function ownFile({ id, address, path, alt }: Attachment, site: Site): MediaDraft {
  return draftOf({ id, addresses: [address || path], alt, role: null }, site)
}

/** The files of an item, in the order in which it names them, each once. */
export function shownMedia(item: Element, body: Document, html: string, site: Site): readonly MediaDraft[] {
  const marks = marksIn(html)
  const own = site.library.byParent.get(childText(item, 'wp:post_id')) ?? []
  const gallery = own.filter(({ address, path }) => isPicture(address || path))
  const named = [
    ...metaValues(item, '_thumbnail_id').filter(isNumber).map(numbered),
    ...filesInBody(body),
    ...marks.shown.filter(isNumber).map(numbered),
    ...marks.files.map((address) => addressed(address, null)),
    ...(marks.ownGallery ? gallery.map(({ id }) => numbered(id)) : []),
    ...enclosuresOf(item),
  ]
  const seen = new Set<string>()
  return named.flatMap((one) => {
    const keys = keysOf(one, site.library)
    const isKnown = keys.some((key) => seen.has(key))
    for (const key of keys) seen.add(key)
    return isKnown ? [] : [draftOf(one, site)]
  })
}

const isNumber = (id: string) => /^[1-9]\d*$/.test(id)
const isPicture = (name: string) => /^(?:photo|animation)$/.test(mediaRole(name))
const numbered = (id: string): NamedByItem => ({ id, addresses: [], alt: null, role: null })
const addressed = (address: string, role: MediaRole | null): NamedByItem => ({
  id: null,
  addresses: [address],
  alt: null,
  role,
})

/** Sounds and films for podcasts: address, size and type by lines; or as feeds write them. */
function enclosuresOf(item: Element): readonly NamedByItem[] {
  const noted = metaValues(item, 'enclosure').map((value) => value.split(/\r?\n/).map((line) => line.trim()))
  const fed = children(item, 'enclosure').map(({ attribs }) => [attribs.url, attribs.length, attribs.type])
  return [...noted, ...fed].flatMap(([address = '', , type = '']) => {
    const role = /^(audio|video)\//.exec(type)?.[1]
    return address === '' ? [] : [addressed(address, role === 'audio' || role === 'video' ? role : null)]
  })
}

/** What makes two mentions one file: its number, its address whatever the size (`a-300x200.jpg` and `a-scaled.jpg` are `a.jpg`). */
function keysOf({ id, addresses }: NamedByItem, { byId }: Library): readonly string[] {
  const known = id === null ? undefined : byId.get(id)
  const all = known === undefined ? addresses : [...addresses, known.address]
  const plain = all.filter((address) => address !== '').map((address) => fullSize(plainAddress(address)))
  return id === null ? plain : [`number ${id}`, ...plain]
}

const plainAddress = (address: string) => address.replace(/[?#].*$/s, '').replace(/^(?:https?:)?\/\//i, '')
const fullSize = (address: string) => address.replace(/-(?:\d+x\d+|scaled|rotated)(?=\.\w+$)/, '')

/** The file by the first of its names that the export holds; by the one it is shown with, where none is. */
function draftOf({ id, addresses, alt, role }: NamedByItem, site: Site): MediaDraft {
  const known = id === null ? undefined : site.library.byId.get(id)
  const shown = [...addresses, known?.address ?? ''].filter((address) => address !== '')
  const sizes = [...shown, ...shown.map((address) => fullSize(address.replace(/[?#].*$/s, '')))]
  const own = sizes.filter((address) => address === known?.address || isOwn(address, site.host))
  const held = [...own, known?.path ?? ''].map((name) => heldAs(name, site.media)).find((name) => name !== null)
  const [first = `attachment ${id ?? ''}`] = shown
  const name = held ?? first
  return { role: roleOf(role, name, first), names: [name], directory: '', alt: alt ?? known?.alt ?? null }
}

/** An address that says nothing of its form (`…/photo-16?w=300`) is what it is shown as. */
function roleOf(role: MediaRole | null, name: string, address: string): MediaRole {
  const told = mediaRole(name)
  if (told !== 'file') return told
  const shown = mediaRole(address)
  return shown === 'file' ? (role ?? 'file') : shown
}

/** The file of the package that an address leads to. */
function heldAs(address: string, media: MediaFinder): string | null {
  if (address === '') return null
  const path = unescaped(plainAddress(address).replace(/^[^/]+\.[a-z]{2,}\//i, ''))
  if (media.called(baseName(path)).length === 0) return null
  const [name = path] = media.file({ uri: path }).names
  return name !== path || media.called(baseName(path)).includes(path) ? name : null
}

/** Whether an address is of the site itself: a picture elsewhere of the same name is another one. */
function isOwn(address: string, host: string): boolean {
  const own = /^(?:https?:)?\/\/([^/?#]+)/i.exec(address)?.[1]?.toLowerCase()
  if (own === undefined) return true
  if (/\/wp-content\/uploads\//.test(address) && host === '') return true
  const plain = host.replace(/^www\./, '')
  if (plain !== '' && (own === plain || own.endsWith(`.${plain}`))) return true
  // WordPress.com keeps and shows files at hosts of its own.
  return (
    /(?:^|\.)(?:files\.wordpress\.com|wp\.com)$/.test(own) && (/files\./.test(own) || address.includes(`/${plain}/`))
  )
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
