// Owns blanking out of answers what opens a session: the values of cookies and of keys that requests carried.
import { isKeyHead, SESSION_IN_ADDRESS, SESSION_NAME, writtenForms } from '../../shared/text/session-names.ts'

export interface Blanking {
  /** Remembers the keys of a request and its cookies. */
  learn(headers: Readonly<Record<string, string>>, cookies: readonly string[]): void
  /** Remembers the keys that a page or its data hand out, by the names that they have there. */
  learnIn(body: Uint8Array): void
  /** The bytes with every remembered value overwritten by asterisks, letter for letter; the same bytes where there is none. */
  blank(body: Uint8Array): Uint8Array
}

/** Shorter values are no keys, and are found by chance. */
const SHORTEST = 12
const MOST = 500
/** Bytes of an answer that is looked through for keys. */
const MOST_READ = 8 << 20
const NAMED = `name=(?:"${SESSION_NAME}"|'${SESSION_NAME}'|${SESSION_NAME}(?=[\\s/>]))`
const QUOTE = '(?:\\\\*["\']|&quot;|&#34;)'
const HANDED_OUT: readonly RegExp[] = [
  // `<meta name="csrf-token" content="…">`, `<input name="token" value="…">`, either way round.
  new RegExp(`<(?:meta|input)\\b[^>]*\\b${NAMED}[^>]*\\b(?:content|value)=["'](?<key>[^"'>]+)["']`, 'gi'),
  new RegExp(`<(?:meta|input)\\b[^>]*\\b(?:content|value)=["'](?<key>[^"'>]+)["'][^>]*\\b${NAMED}`, 'gi'),
  // `<form data-csrf="…">`.
  new RegExp(`\\bdata-${SESSION_NAME}=["'](?<key>[^"'>]+)["']`, 'gi'),
  // `"access_token": "…"`, in JSON, in scripts within pages, and where JSON stands in a text or an attribute: `\"jwt\":\"…\"`,
  // `&quot;jwt&quot;:…`.
  new RegExp(
    `(?<quote>${QUOTE})${SESSION_NAME}\\k<quote>\\s*:\\s*${QUOTE}(?:bearer |basic )?(?<key>(?:[^"'\\\\&<>\\s]|\\\\+/|&amp;)+)${QUOTE}`,
    'gi',
  ),
  // Links that carry a session on: `?sid=…`, `;jsessionid=…`.
  new RegExp(`[?&;]${SESSION_IN_ADDRESS}=(?<key>[\\w,.~-]+)`, 'gi'),
]
/** Remembers at most 500 values, the newest. */
export function secretsOf(): Blanking {
  const known = new Set<string>()
  const add = (value: string) => {
    if (value.length < SHORTEST) return
    for (const form of writtenForms(value)) known.add(form)
    for (const old of known) {
      if (known.size <= MOST) break
      known.delete(old)
    }
  }
  return {
    learn(headers, cookies) {
      for (const [name, value] of Object.entries(headers)) if (isKeyHead(name)) add(value.replace(/^\w+ /, ''))
      for (const cookie of cookies) add(cookie)
    },
    learnIn(body) {
      const text = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, MOST_READ)).toString('latin1')
      for (const pattern of HANDED_OUT)
        for (const { groups: { key = '' } = {} } of text.matchAll(pattern))
          for (const value of [key, key.replace(/\\+\//g, '/').replaceAll('&amp;', '&')]) add(value)
    },
    blank(body) {
      const bytes = Buffer.from(body.buffer, body.byteOffset, body.length)
      let copy: Buffer | null = null
      for (const secret of known) {
        const length = Buffer.byteLength(secret)
        for (let at = bytes.indexOf(secret); at >= 0; at = bytes.indexOf(secret, at + length)) {
          copy ??= Buffer.from(bytes)
          copy.fill('*', at, at + length)
        }
      }
      return copy ?? body
    },
  }
}
