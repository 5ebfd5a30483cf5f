// Owns what a post of Tumblr's XML says, whatever its type: words, links, pictures (formats.md §6). Bodies are HTML inside XML.
import type { Document, Element } from 'domhandler'
import type { Link } from '../../../../../shared/domain/record/record.ts'
import {
  blockText,
  child,
  children,
  childText,
  elementsIn,
  linksIn,
  parseFragment,
  plainText,
} from '../../kit/markup.ts'
import type { NamedFile } from '../../kit/media-finder.ts'
import { filled } from '../../kit/value.ts'
import { embedsIn, picturesIn, type Step, trailIn } from './html.ts'
import { filmIn, photosIn, variantsIn } from './photos.ts'

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
  const film = filmIn(post)
  const players = children(post)
    .filter(({ name }) => /-(?:player|embed)$/.test(name))
    .slice(0, 1)
  const shown = [...players, ...(film === undefined ? children(post, 'video-source') : [])]
    .map(fragmentIn)
    .map(embedsIn)
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
  return {
    title,
    text: text === '' ? rest.map(([, words]) => words).join('\n') : text,
    links: [
      ...(address === '' ? [] : [{ shown: title || address, target: address }]),
      ...(photoLink === '' ? [] : [{ shown: photoLink, target: photoLink }]),
      ...[...bodies, source].flatMap((body) => linksIn(body)),
      ...[...new Set([...shown.flatMap(({ addresses }) => addresses), ...filmAddress(post)])].map((target) => ({
        shown: target,
        target,
      })),
    ],
    named: [
      ...photos,
      ...[...bodies, source].flatMap((body) => picturesIn(body)),
      ...shown.flatMap(({ files }) => files),
    ],
    trail: bodies.flatMap((body) => trailIn(body)),
    details: filled({
      source: from,
      lines: lines.map(({ name, words }) => ({ name, words })),
      photos: variantsIn(post),
      video: film,
      ...Object.fromEntries(rest),
    }),
  }
}

/** A chat's lines: `name` is said by the post's author to have said it. */
function linesIn(post: Element) {
  // The old API gives each line twice.
  const lines = children(post, 'conversation').flatMap((chat) => children(chat, 'line'))
  return (lines.length > 0 ? lines : [...children(post, 'line'), ...children(post, 'conversation-line')]).map(
    (line) => ({ name: line.attribs.name ?? '', label: line.attribs.label ?? '', words: lineIn(line) }),
  )
}

/** The address of a film that lies on another site. */
function filmAddress(post: Element): readonly string[] {
  const words = childText(post, 'video-source')
  return /^https?:\/\/\S+$/.test(words) ? [words] : []
}

/** HTML that stands escaped inside the XML, as Tumblr writes it, or plainly, as its first API did. */
function fragmentIn(element: Element | undefined): Document | Element {
  return element !== undefined && children(element).length > 0 ? element : parseFragment(plainText(element))
}

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
      elementsIn(one, (inner) => inner !== one).map(
        ({ attribs }) => attribs.label ?? attribs.href ?? attribs.src ?? '',
      ),
    ]),
    photos: photosIn(post).map(({ uri, alt }) => [uri.slice(uri.lastIndexOf('/') + 1), alt ?? '']),
    addresses: [childText(post, 'link-url'), childText(post, 'photo-link-url')],
    video: filmIn(post) ?? null,
  }
}
