// The order of a production: posts and the like first, oldest first; then conversations, each whole and oldest first.
import type { Found } from '../responsive.ts'

/** What is kept of a record until its production is written down. */
export interface Chosen {
  readonly id: number
  readonly number: number
}

/** Gathers a responsive set that comes newest first. */
export interface Gathering {
  add(found: Found): void
  /** All records in the order of the packet. */
  ordered(): Chosen[]
}

/** Conversations stand in the order of their first message. */
export function gathering(): Gathering {
  const open: Chosen[] = []
  const conversations = new Map<string, Chosen[]>()
  return {
    add: ({ id, number, account, conversation }) => {
      if (conversation === null) return void open.push({ id, number })
      const key = `${account} ${conversation}`
      const known = conversations.get(key)
      if (known) known.push({ id, number })
      else conversations.set(key, [{ id, number }])
    },
    ordered: () => {
      const talks = [...conversations.values()].map((messages) => messages.toReversed())
      talks.sort((one, other) => (one[0]?.id ?? 0) - (other[0]?.id ?? 0))
      return [...open.toReversed(), ...talks.flat()]
    },
  }
}
