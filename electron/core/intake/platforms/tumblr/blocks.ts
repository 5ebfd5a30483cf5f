// Owns the words, links and media in the blocks of Tumblr's new post format (NPF).
import type { Link } from '../../../../../shared/domain/record/record.ts'
import type { NamedFile } from '../../kit/media-finder.ts'
import { isObject, type JsonObject, objectsOf, textOf } from '../../kit/value.ts'

export interface Blocks {
  readonly title: string
  readonly text: string
  readonly links: readonly Link[]
  readonly named: readonly NamedFile[]
  readonly polls: readonly unknown[]
}

/** All that a list of blocks says, in order. */
export function blocksOf(content: unknown): Blocks {
  const blocks = objectsOf(content)
  const said = blocks.map(oneBlock)
  const heading = blocks.find(({ subtype }) => subtype === 'heading1')
  return {
    title: textOf(heading?.text),
    text: said
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n'),
    links: said.flatMap(({ links }) => links),
    named: said.flatMap(({ named }) => named),
    polls: blocks.filter(({ type }) => type === 'poll'),
  }
}

type One = Pick<Blocks, 'text' | 'links' | 'named'>

function oneBlock(block: JsonObject): One {
  const nothing: One = { text: '', links: [], named: [] }
  const lines = (...parts: readonly unknown[]) =>
    parts
      .map(textOf)
      .filter((part) => part !== '')
      .join('\n')
  switch (block.type) {
    case 'text':
      return { ...nothing, text: textOf(block.text), links: linksOf(block) }
    case 'image': {
      const alt = textOf(block.alt_text)
      const uri = largestOf(block.media)
      const named: NamedFile[] = uri === '' ? [] : [{ uri, alt: alt === '' ? null : alt, role: 'photo' }]
      return { ...nothing, text: lines(block.caption), named }
    }
    case 'link': {
      const target = textOf(block.url)
      const shown = textOf(block.title) || target
      const links = target === '' ? [] : [{ shown, target }]
      return { ...nothing, text: lines(shown, block.description), links }
    }
    case 'video':
    case 'audio': {
      const target = textOf(block.url)
      const uri = largestOf(block.media)
      const named: NamedFile[] = uri === '' ? [] : [{ uri, alt: null, role: block.type }]
      const links = target === '' || target === uri ? [] : [{ shown: textOf(block.title) || target, target }]
      return { text: lines(block.title, block.artist, block.album, block.caption), named, links }
    }
    case 'poll': {
      const answers = objectsOf(block.answers).map((one) => `• ${textOf(one.answer_text)}`)
      return { ...nothing, text: lines(block.question, ...answers) }
    }
    default:
      return { ...nothing, text: lines(block.title, block.text, block.description) }
  }
}

/** Links and mentions stand as ranges of the text. */
function linksOf({ text, formatting }: JsonObject): readonly Link[] {
  // Ranges count characters, not halves of them.
  const marks = [...textOf(text)]
  return objectsOf(formatting).flatMap(({ type, url, blog, start, end }) => {
    const target = type === 'mention' && isObject(blog) ? textOf(blog.url) : textOf(url)
    if (target === '') return []
    const shown = typeof start === 'number' && typeof end === 'number' ? marks.slice(start, end).join('') : ''
    return [{ shown: shown || target, target }]
  })
}

/** A picture comes in several sizes, a film as one object. */
function largestOf(media: unknown): string {
  const sizes = isObject(media) ? [media] : [...objectsOf(media)]
  const widthOf = ({ width }: JsonObject) => (typeof width === 'number' ? width : 0)
  return textOf(sizes.sort((one, other) => widthOf(other) - widthOf(one))[0]?.url)
}
