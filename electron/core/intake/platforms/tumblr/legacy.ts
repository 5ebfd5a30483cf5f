// Owns the words, links and media of posts as Tumblr's API gives them by type, bodies in HTML.
import { blockText, linksIn, parseFragment } from '../../kit/markup.ts'
import type { NamedFile } from '../../kit/media-finder.ts'
import { isObject, type JsonObject, objectsOf, textOf } from '../../kit/value.ts'
import type { Blocks } from './blocks.ts'
import { picturesIn } from './html.ts'

const BODIES = ['question', 'answer', 'body', 'caption', 'text', 'description', 'source'] as const

/** All that a post of the old form says. */
export function legacyOf(value: JsonObject): Blocks {
  const title = textOf(value.title) || textOf(value.track_name)
  const bodies = BODIES.map((key) => parseFragment(textOf(value[key])))
  const lines = objectsOf(value.dialogue).map(({ label, phrase }) => `${textOf(label)} ${textOf(phrase)}`.trim())
  const target = textOf(value.url)
  const texts = [title, textOf(value.artist), ...bodies.map((body) => blockText(body)), ...lines]
  return {
    title,
    text: texts.filter((part) => part !== '').join('\n'),
    links: [...(target === '' ? [] : [{ shown: title || target, target }]), ...bodies.flatMap((body) => linksIn(body))],
    named: [...photosOf(value), ...bodies.flatMap((body) => picturesIn(body))],
    polls: [],
  }
}

function photosOf(value: JsonObject): readonly NamedFile[] {
  const photos = objectsOf(value.photos).flatMap(({ caption, original_size: size }) => {
    const uri = isObject(size) ? textOf(size.url) : ''
    return uri === '' ? [] : [{ uri, alt: textOf(caption) || null, role: 'photo' as const }]
  })
  const film = textOf(value.video_url)
  return film === '' ? photos : [...photos, { uri: film, alt: null, role: 'video' as const }]
}
