// Owns safe names for files that Muniment writes: packet members, media, exports.

const MOST_BYTES = 100
const EXTENSION = /^(.+)(\.[A-Za-z0-9]{1,10})$/su
/** Separators, what Windows forbids, controls, and marks that hide or turn text round. */
const FORBIDDEN = /[/\\:*?"<>|\u2044\u2215\u29f8\uff0f\uff3c]/gu
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/i
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The names given so far in one folder: the key under which each collides, and the last number tried for it. */
export type UsedNames = Map<string, number>

/**
 * Makes a name that every file system keeps as it is: no path separators, no Windows device names, no leading or trailing
 * dots or spaces, no controls or bidi marks, at most 100 bytes of UTF-8 with the extension kept, and different from all
 * names in `used` even where case and Unicode forms are ignored.
 *
 * @param name the wished name; may be anything
 * @param used one map a folder, empty at first; the new name is added
 * @returns the safe name, NFC; "file" where nothing of the wish is left; `-2`, `-3`… before the extension where taken
 */
export function safeFileName(name: string, used: UsedNames): string {
  const [stem, extension] = split(cleaned(name))
  const first = numbered(stem, extension, 1)
  for (let copy = used.get(collisionKey(first)) ?? 1; ; copy++) {
    const candidate = numbered(stem, extension, copy)
    const key = collisionKey(candidate)
    if (used.has(key)) continue
    used.set(key, 1)
    used.set(collisionKey(first), copy)
    return candidate
  }
}

function numbered(stem: string, extension: string, copy: number): string {
  const suffix = (copy === 1 ? '' : `-${copy}`) + extension
  return trimmedEnd(cut(stem, MOST_BYTES - utf8Length(suffix))) + suffix
}

function cleaned(name: string): string {
  const plain = name.replace(INVISIBLE, '').normalize('NFC').replace(FORBIDDEN, '_').replace(/\s+/gu, ' ')
  const bare = trimmedEnd(plain.replace(/^[. ]+/u, '')) || 'file'
  const device = bare.split('.', 1)[0]?.trimEnd() ?? ''
  return DEVICE.test(device) ? `_${bare}` : bare
}

function split(name: string): [stem: string, extension: string] {
  const parts = EXTENSION.exec(name)
  return [trimmedEnd(parts?.[1] ?? name), parts?.[2] ?? '']
}

function trimmedEnd(text: string): string {
  let end = text.length
  while (text[end - 1] === '.' || text[end - 1] === ' ') end--
  return text.slice(0, end)
}

function cut(text: string, mostBytes: number): string {
  if (utf8Length(text) <= mostBytes) return text
  let kept = ''
  let bytes = 0
  for (const { segment } of graphemes.segment(text)) {
    bytes += utf8Length(segment)
    if (bytes > mostBytes) break
    kept += segment
  }
  return kept || 'file'
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Upper then lower case catches what one alone leaves different (ß and SS, dotless ı and I). */
function collisionKey(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
}
