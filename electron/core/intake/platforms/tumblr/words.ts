// Owns what a post of Tumblr's XML says, whatever its type: words, links, pictures (formats.md §6). Bodies are HTML inside XML.
import type { Element } from 'domhandler'
import type { Link } from '../../../../../shared/domain/record.ts'
import { blockText, child, children, childText, linksIn, parseFragment, plainText } from '../../kit/markup.ts'
import type { NamedFile } from '../../kit/media-finder.ts'
import { filled } from '../../kit/value.ts'
import { embedsIn, picturesIn, type Step, trailIn } from './html.ts'

export interface Words {
  readonly text: string
  readonly title: string
  readonly links: readonly Link[]
  /** Pictures, films and sound by the addresses that the post gives. */
  readonly named: readonly NamedFile[]
  /** Whose posts it passes on, as its body shows. */
  readonly trail: readonly Step[]
  readonly details: Readonly<Record<string, unknown>>
}

const TITLES = new Set(['regular-title', 'link-text', 'conversation-title', 'video-title'])
const BODIES = new Set([
  'regular-body',
  'photo-caption',
  'quote-text',
  'link-description',
  'video-caption',
  'audio-caption',
  'question',
  'answer',
])
/** Read apart, or said by something else. */
const APART = new Set([
  'quote-source',
  'conversation',
  'conversation-text',
  'conversation-line',
  'photo-url',
  'photo-link-url',
  'photoset',
  'link-url',
  'video-source',
  'video-player',
  'audio-player',
  'audio-embed',
  'tag',
  'tumblelog',
  'post',
])

/** Reads all children of a post. */
export function wordsOf(post: Element): Words {
  const title =
    children(post)
      .filter(({ name }) => TITLES.has(name))
      .map(lineIn)
      .find(Boolean) ?? ''
  const bodies = children(post)
    .filter(({ name }) => BODIES.has(name))
    .map(fragmentIn)
  const source = fragmentIn(child(post, 'quote-source'))
  const lines = linesIn(post)
  const others = children(post).filter(({ name }) => !TITLES.has(name) && !BODIES.has(name) && !APART.has(name))
  const photos = photosIn(post)
  const players = children(post).filter(({ name }) => /-(?:player|embed)$/.test(name))
  const [player] = players.map(fragmentIn)
  const address = childText(post, 'link-url')
  const photoLink = childText(post, 'photo-link-url')
  const from = blockText(source)
  const parts = [
    title,
    ...bodies.map((body) => blockText(body)),
    from === '' ? '' : `— ${from}`,
    ...(lines.length > 0
      ? lines.map(({ label, words }) => `${label} ${words}`.trim())
      : [childText(post, 'conversation-text')]),
    ...photos.map(({ alt }) => alt ?? ''),
  ]
  const text = parts.filter((part) => part !== '').join('\n')
  const rest = others.map((one) => [one.name, lineIn(one)] as const).filter(([, words]) => words !== '')
  const shown = embedsIn(player)
  return {
    title,
    text: text === '' ? rest.map(([, words]) => words).join('\n') : text,
    links: [
      ...(address === '' ? [] : [{ shown: title || address, target: address }]),
      ...(photoLink === '' ? [] : [{ shown: photoLink, target: photoLink }]),
      ...[...bodies, source].flatMap((body) => linksIn(body)),
      ...shown.addresses.map((target) => ({ shown: target, target })),
    ],
    named: [...photos, ...[...bodies, source].flatMap((body) => picturesIn(body)), ...shown.files],
    trail: bodies.flatMap((body) => trailIn(body)),
    details: filled({
      source: from,
      lines: lines.map(({ name, words }) => ({ name, words })),
      photos: variantsIn(post),
      video: videoIn(post),
      ...Object.fromEntries(rest),
    }),
  }
}

/** A chat's lines: `name` is said by the post's author to have said it. */
function linesIn(post: Element) {
  const chats = [post, ...children(post, 'conversation')]
  return chats
    .flatMap((chat) => [...children(chat, 'line'), ...children(chat, 'conversation-line')])
    .map((line) => ({ name: line.attribs.name ?? '', label: line.attribs.label ?? '', words: lineIn(line) }))
}

/** The photos of a set; the first of them stands a second time outside it. */
function photosIn(post: Element): readonly NamedFile[] {
  const set = children(post, 'photoset').flatMap((one) => children(one, 'photo'))
  return (set.length > 0 ? set : [post]).flatMap((photo) => {
    const [largest] = [...children(photo, 'photo-url')].sort((one, other) => widthOf(other) - widthOf(one))
    const uri = plainText(largest).trim()
    const caption = blockText(parseFragment(photo.attribs.caption ?? ''))
    return uri === '' ? [] : [{ uri, alt: caption === '' ? null : caption, role: 'photo' as const }]
  })
}

/** Every size in which each photo is served, by its width. */
function variantsIn(post: Element) {
  const set = children(post, 'photoset').flatMap((one) => children(one, 'photo'))
  return (set.length > 0 ? set : [post]).flatMap((photo) => {
    const sizes = children(photo, 'photo-url').map((one) => [one.attribs['max-width'] ?? '', plainText(one).trim()])
    const { width, height } = photo.attribs
    return sizes.length === 0 ? [] : [filled({ width, height, sizes: Object.fromEntries(sizes) })]
  })
}

const widthOf = ({ attribs }: Element) => Number(attribs['max-width'] ?? 0) || 0

function videoIn(post: Element): Readonly<Record<string, string>> | undefined {
  const source = child(post, 'video-source')
  if (source === undefined || children(source).length === 0) return undefined
  return Object.fromEntries(children(source).map((one) => [one.name, plainText(one).trim()]))
}

const fragmentIn = (element: Element | undefined) => parseFragment(plainText(element))

const lineIn = (element: Element) => blockText(fragmentIn(element))

/** What tells one wording of a post from another. Players carry a new number in every export, photos new addresses: neither is in it. */
export function contentOf(post: Element): unknown {
  const parts = children(post).filter(
    ({ name }) => !/-(?:player|embed|url)$|^(?:photoset|video-source|tumblelog|post)$/.test(name),
  )
  return {
    parts: parts.map((one) => [
      one.name,
      plainText(one).trim(),
      children(one).map(({ attribs }) => attribs.label ?? ''),
    ]),
    photos: photosIn(post).map(({ uri, alt }) => [uri.slice(uri.lastIndexOf('/') + 1), alt ?? '']),
    addresses: [childText(post, 'link-url'), childText(post, 'photo-link-url')],
    video: videoIn(post) ?? null,
  }
}
