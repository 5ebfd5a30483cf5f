// Owns WordPress's own marks in a body: comments of the block editor (`<!-- wp:image {"id":5} -->`) and shortcodes (`[gallery ids="5,6"]`).
import { idOf, isObject, type JsonObject, textOf, textsOf } from '../../kit/value.ts'

/** What a body says by its marks. */
export interface BodyMarks {
  /** Numbers of attachments that it shows, in order, each once. */
  readonly shown: readonly string[]
  /** Addresses of files that it names. */
  readonly files: readonly string[]
  /** Addresses of what it embeds from elsewhere. */
  readonly embedded: readonly string[]
  /** Whether it shows all pictures that were uploaded to it. */
  readonly ownGallery: boolean
}

const BLOCK_NAME = /^\s+wp:([\w/-]+)\s/
const SHORTCODE = /\[(gallery|playlist|audio|video|embed)\b([^[\]]{0,4000})\](?:([^[\]]{0,2000})\[\/\1\])?/g
const ATTRIBUTE = /(?<![\w-])([\w-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g
const CAPTION = /\[(?:wp_)?caption\b[^[\]]{0,4000}\]|\[\/(?:wp_)?caption\]/g
/** Blocks whose `id` is an attachment's number; elsewhere it may be a menu's or a pattern's. */
const MEDIA_BLOCK = /^(?:core\/)?(?:image|cover|video|audio|file|media-text|gallery)$/
const FILE_ATTRIBUTES = new Set([
  'src',
  'mp3',
  'mp4',
  'm4a',
  'm4v',
  'ogg',
  'ogv',
  'wav',
  'webm',
  'flv',
  'wmv',
  'poster',
])

/** The body without the marks of captions, whose words and pictures stay. */
export function withoutCaptions(html: string): string {
  return html.replace(CAPTION, '')
}

/** What the marks of a body say. */
export function marksIn(html: string): BodyMarks {
  const shown = new Set<string>()
  const files: string[] = []
  const embedded: string[] = []
  let ownGallery = false
  for (const { name, json } of blocksIn(html)) {
    const block = objectIn(json)
    if (/^(?:core\/)?(?:embed|core-embed\/[\w-]+)$/.test(name)) embedded.push(textOf(block.url))
    if (!MEDIA_BLOCK.test(name)) continue
    for (const id of [idOf(block.id), idOf(block.mediaId), ...textsOf(block.ids)]) if (id !== null) shown.add(id)
    files.push(textOf(block.href), textOf(block.src))
    if (block.id === undefined && block.mediaId === undefined) files.push(textOf(block.url), textOf(block.mediaUrl))
  }
  for (const [, name, written = '', inside = ''] of html.matchAll(SHORTCODE)) {
    const attributes = attributesIn(written)
    if (name === 'embed') embedded.push(inside.trim() || (attributes.get('src') ?? ''))
    else if (name === 'gallery' || name === 'playlist') {
      const ids = (attributes.get('ids') ?? attributes.get('include') ?? '').match(/\d+/g)
      for (const id of ids ?? []) shown.add(id)
      if (ids === null && !attributes.has('id')) ownGallery = true
    } else for (const [key, value] of attributes) if (FILE_ATTRIBUTES.has(key)) files.push(value)
  }
  const said = (address: string) => address !== ''
  return { shown: [...shown], files: files.filter(said), embedded: embedded.filter(said), ownGallery }
}

/** Blocks with attributes; cut at what begins a comment, so that a body of unfinished ones takes no longer. */
function blocksIn(html: string): readonly { readonly name: string; readonly json: string }[] {
  return html.split('<!--').flatMap((piece) => {
    const mark = piece.slice(0, Math.max(0, piece.indexOf('-->')))
    const name = BLOCK_NAME.exec(mark)?.[1]
    const open = mark.indexOf('{')
    return name === undefined || open < 0 ? [] : [{ name, json: mark.slice(open, mark.lastIndexOf('}') + 1) }]
  })
}

/** The attributes of a block, which a person may have written badly: then none. */
function objectIn(json: string): JsonObject {
  try {
    const value: unknown = JSON.parse(json)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

function attributesIn(written: string): ReadonlyMap<string, string> {
  // Editors write quotes of shortcodes as entities and typographic marks.
  const plain = written.replace(/&quot;|&#0?34;|[“”″]/g, '"').replace(/&#0?39;|[‘’′]/g, "'")
  return new Map([...plain.matchAll(ATTRIBUTE)].map(([, key = '', a, b, c]) => [key.toLowerCase(), a ?? b ?? c ?? '']))
}
