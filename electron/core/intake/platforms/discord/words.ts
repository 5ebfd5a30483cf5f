// Owns how a message's text is shown: mentions that the package knows by name, emoji by theirs, and the addresses in it.
import type { Link } from '../../../../../shared/domain/record.ts'

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

/** The addresses in a text; `<https://…>` and `[label](https://…)` are Discord's ways to write one. */
export function linksIn(text: string): readonly Link[] {
  const found = text.matchAll(/(?:\[([^\]\n]+)\]\(<?)?(https?:\/\/[^\s<>"]+)/g)
  return [...found].map(([, label, address = '']) => {
    const target = (label === undefined ? address : address.replace(/\)[^)]*$/, '')).replace(/[.,;:!?)*_|`]+$/, '')
    return { shown: label ?? target, target }
  })
}
