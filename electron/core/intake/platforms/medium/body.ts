// Owns what stands in the body of a story: words, links, pictures, what is embedded, and the form that tells one wording from another.
import type { Element } from 'domhandler'
import type { Link } from '../../../../../shared/domain/record/record.ts'
import { blockText, elementsIn, hasClass, linksIn } from '../../kit/markup.ts'
import type { NamedFile } from '../../kit/media-finder.ts'
import { baseName } from '../../kit/value.ts'
import { lineOf } from './entry.ts'

/** A picture, which lies on Medium's servers. */
interface Picture {
  readonly source: string
  readonly alt: string
  readonly caption: string
  readonly width: string
  readonly height: string
}

export interface StoryBody {
  readonly text: string
  readonly links: readonly Link[]
  readonly pictures: readonly Picture[]
  /** Addresses of what is shown inside the story: films, posts, code. */
  readonly embedded: readonly string[]
  /** Whether the story has its title or a heading as its first words. */
  readonly headed: boolean
}

/** What a story's body holds. */
export function bodyOf(body: Element | undefined): StoryBody {
  const frames = elementsIn(body, ({ name, attribs }) => (name === 'iframe' || name === 'script') && !!attribs.src)
  const embedded = frames.map(({ attribs }) => attribs.src ?? '')
  return {
    text: blockText(body),
    links: [...shownLinks(body), ...embedded.map((target) => ({ shown: target, target }))],
    pictures: elementsIn(body, ({ name, attribs }) => name === 'img' && !!attribs.src).map(pictureOf),
    embedded,
    headed:
      elementsIn(body, (one) => hasClass(one, 'graf--title') || /^h[1-6]$/.test(one.name)).length > 0 || isBold(body),
  }
}

/** Cards of other stories link twice: once around their words, once around a picture that is drawn by its style. */
function shownLinks(body: Element | undefined): readonly Link[] {
  const links = linksIn(body)
  const named = new Set(links.filter(({ shown }) => shown !== '').map(({ target }) => target))
  return links.filter(({ shown, target }) => shown !== '' || !named.has(target))
}

/** Whether the first paragraph is bold from end to end: a heading of one's own making. */
function isBold(body: Element | undefined): boolean {
  const [first] = elementsIn(body, ({ name }) => name === 'p')
  const [strong] = elementsIn(first, ({ name }) => name === 'strong' || name === 'b')
  return strong !== undefined && lineOf(strong) === lineOf(first)
}

function pictureOf(image: Element): Picture {
  const { attribs } = image
  let figure: Element['parent'] = image.parent
  while (figure !== null && 'name' in figure && figure.name !== 'figure') figure = figure.parent
  const caption =
    figure !== null && 'name' in figure ? elementsIn(figure, ({ name }) => name === 'figcaption')[0] : undefined
  return {
    source: attribs.src ?? '',
    alt: attribs.alt ?? '',
    caption: lineOf(caption),
    width: attribs['data-width'] ?? '',
    height: attribs['data-height'] ?? '',
  }
}

/** A picture as it is looked for among the export's files: Medium's own exports hold none, those that were filled up later do. */
export function fileOf({ source, alt }: Picture): NamedFile {
  return { uri: source, alt: alt === '' ? null : alt, role: /\.gif(?:[?#]|$)/i.test(source) ? 'animation' : 'photo' }
}

/** The body's own markup without what changes from export to export: where pictures are served from, spaces. */
export function markupOf(page: string): string {
  const start = page.search(/<section[^<>]*data-field=["']body["']|<[a-z]+[^<>]*class=["'][^"']*\be-content\b/)
  if (start < 0) return ''
  const end = page.lastIndexOf('<footer')
  return page
    .slice(start, end > start ? end : undefined)
    .replace(
      /(<img\b[^<>]*\bsrc=["'])([^"']*)/g,
      (_all, before: string, source: string) => `${before}${baseName(source)}`,
    )
    .replace(/\s+/g, ' ')
    .trim()
}
