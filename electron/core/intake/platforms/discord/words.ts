// Owns how a message's text is shown: mentions that the package knows by name, emoji by theirs, and the addresses in it.
import type { Link } from '../../../../../shared/domain/record/record.ts'

/** Names by number: of the account itself and of channels. */
export interface Names {
  readonly owner: { readonly id: string | null; readonly handle: string | null }
  readonly channels: ReadonlyMap<string, string>
}

/** Mentions of others stay as they are written: the package holds no list of people. */
export function shownText(raw: string, { owner, channels }: Names): string {
  if (!raw.includes('<')) return raw
  return raw.replace(/<(@!?|#|a?:)([^<>\s]+)>/g, (whole, mark: string, rest: string) => {
    if (mark === '#') return channels.has(rest) ? `#${channels.get(rest)}` : whole
    if (mark.startsWith('@')) return rest === owner.id && owner.handle !== null ? `@${owner.handle}` : whole
    const emoji = /^(\w+):\d+$/.exec(rest)?.[1]
    return emoji === undefined ? whole : `:${emoji}:`
  })
}

/** What may follow on an address in a sentence, and is none of it. */
const AFTER = '.,;:!?)*_|`'

/** The addresses in a text; `<https://…>` and `[label](https://…)` are Discord's ways to write one. */
export function linksIn(text: string): readonly Link[] {
  const found = text.matchAll(/(?:\[([^[\]\n]+)\]\(<?)?(https?:\/\/[^\s<>"]+)/g)
  return [...found].map(([, label, address = '']) => {
    const target = withoutEnd(label === undefined ? address : address.slice(0, endOfLabelled(address)))
    return { shown: label ?? target, target }
  })
}

function endOfLabelled(address: string): number {
  const at = address.lastIndexOf(')')
  return at < 0 ? address.length : at
}

function withoutEnd(address: string): string {
  let end = address.length
  while (end > 0 && AFTER.includes(address.charAt(end - 1))) end -= 1
  return address.slice(0, end)
}
