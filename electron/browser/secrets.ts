// Owns blanking out of answers what opens a session: the values of cookies and of keys that requests carried.
import { isKeyHead, SESSION_NAME, writtenForms } from '../../shared/text/session-names.ts'

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
const HANDED_OUT: readonly RegExp[] = [
  // `<meta name="csrf-token" content="…">`, `<input name="token" value="…">`, either way round.
  new RegExp(
    `<(?:meta|input)\\b[^>]*\\bname=["']?${SESSION_NAME}["']?[^>]*\\b(?:content|value)=["']([^"'>]+)["']`,
    'gi',
  ),
  new RegExp(
    `<(?:meta|input)\\b[^>]*\\b(?:content|value)=["']([^"'>]+)["'][^>]*\\bname=["']?${SESSION_NAME}["']?`,
    'gi',
  ),
  // `"access_token": "…"`, in JSON and in scripts within pages.
  new RegExp(`["']${SESSION_NAME}["']\\s*:\\s*["']([^"'\\\\]+)["']`, 'gi'),
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
      for (const pattern of HANDED_OUT) for (const [, value = ''] of text.matchAll(pattern)) add(value)
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
