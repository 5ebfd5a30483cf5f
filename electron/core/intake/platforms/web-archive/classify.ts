// Owns what a captured answer is: a page or document that becomes a record, a medium that pages show, or something else, with its reason.
import type { Answer } from './http.ts'

export type CaptureClass =
  | { readonly is: 'page' | 'text' | 'document' | 'media' }
  | { readonly is: 'other'; readonly reason: string }

const PAGE = /^(?:text\/html|application\/xhtml\+xml|application\/vnd\.wap\.xhtml\+xml)$/
const TEXT = /^text\/(?:plain|markdown|x-markdown)$/
const DOCUMENT =
  /^(?:application\/(?:pdf|x-pdf|msword|rtf|epub\+zip|vnd\.(?:ms-(?:excel|powerpoint|outlook)|openxmlformats|oasis|apple\.).*|rss\+xml|atom\+xml)|text\/(?:csv|calendar|rtf|tab-separated-values|vcard)|message\/rfc822)/
const MEDIA = /^(?:image|video|audio)\/|^application\/ogg$/
/** What servers say that do not know; what an address ends in tells more. */
const UNSURE =
  /^(?:|application\/(?:octet-stream|x-download|force-download|binary)|binary\/octet-stream|unknown\/unknown)$/
const ENDINGS: readonly (readonly [RegExp, 'page' | 'text' | 'document' | 'media'])[] = [
  [/\.(?:html?|xhtml|php|aspx?|jsp)$/i, 'page'],
  [/\.(?:txt|md)$/i, 'text'],
  [/\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|ics|eml|rss|atom)$/i, 'document'],
  [/\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?|svg|ico|mp4|m4v|mov|webm|mp3|m4a|aac|ogg|opus|wav|flac)$/i, 'media'],
]

const REDIRECT = 'A redirect: it leads to another address and says nothing of its own.'
const UNCHANGED = 'The server said that nothing changed since an earlier capture.'
const PROGRAM = 'What the capturing program wrote down for itself: lists, logs, pictures of its screen.'
const LOADED = 'A script, a style sheet, a font or data that pages load.'
const EMPTY = 'An answer without content.'
const ROBOTS = 'A robots.txt: a word to programs about what they may fetch.'
const PART = 'A part of a film or sound, as it was played; the whole is not in this answer.'
const UNKNOWN = 'An answer of a kind that is neither a page, a document nor a picture, film or sound.'
const OTHER_NET = 'An answer of another service than the web, such as that for names of servers.'

/** What a captured answer is. @param uri the address it was captured from */
export function classOf(answer: Answer, uri: string): CaptureClass {
  const { status, mime } = answer
  const path = uri.replace(/[?#].*$/s, '')
  if (/^urn:(?:view|thumbnail|screenshot)/.test(uri) && MEDIA.test(mime)) return { is: 'media' }
  if (/^(?:urn|metadata|about|data|x-|https?:\/\/(?:thumbnail|screenshot)\.ws)/i.test(uri)) return other(PROGRAM)
  if (/^dns:|^whois:/i.test(uri)) return other(OTHER_NET)
  if (status === 304) return other(UNCHANGED)
  if (status !== null && status >= 300 && status < 400) return other(REDIRECT)
  if (status === 204 || status === 205 || (status !== null && status < 200)) return other(EMPTY)
  if (/^https?:\/\/[^/]+\/robots\.txt$/i.test(path)) return other(ROBOTS)
  const is = known(mime, path)
  if (is === 'media' && status === 206 && !isWhole(answer.field('Content-Range'))) return other(PART)
  if (is !== null) return { is }
  return other(/script|css|json|font|xml|wasm|mpegurl|dash/.test(mime) ? LOADED : UNKNOWN)
}

function known(mime: string, path: string): 'page' | 'text' | 'document' | 'media' | null {
  if (PAGE.test(mime)) return 'page'
  if (TEXT.test(mime)) return 'text'
  if (DOCUMENT.test(mime)) return 'document'
  if (MEDIA.test(mime)) return 'media'
  if (!UNSURE.test(mime)) return null
  return ENDINGS.find(([ending]) => ending.test(path))?.[1] ?? (mime === '' ? 'page' : null)
}

/** `bytes 0-99/100` is all of it. */
function isWhole(range: string): boolean {
  const parts = /(\d+)-(\d+)\/(\d+)/.exec(range)
  return parts !== null && parts[1] === '0' && Number(parts[2]) + 1 === Number(parts[3])
}

function other(reason: string): CaptureClass {
  return { is: 'other', reason }
}
