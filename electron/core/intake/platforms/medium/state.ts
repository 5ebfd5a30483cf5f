// Owns what must be known of Medium's export before its pages are read: numbers that several different stories give.
import type { Claims } from '../../kit/claims.ts'
import { parseMarkup } from '../../kit/markup.ts'
import type { Survey } from '../../kit/peek.ts'
import { entryOf, numberInName, numberOf } from './entry.ts'

export interface MediumState {
  /** Numbers under which pages with different titles stand; Medium's own exports have none, pages saved by hand may. */
  readonly shared: ReadonlySet<string>
}

/** Looks at the beginnings of all stories. */
export async function mediumState({ peeks }: Survey, claims: Claims): Promise<MediumState> {
  const titles = new Map<string, string>()
  const shared = new Set<string>()
  for (const peek of peeks) {
    if (claims.get(peek)?.type !== 'posts') continue
    const named = numberInName(peek.name)
    const entry = named === null ? entryOf(parseMarkup(peek.head, false)) : null
    const number = named ?? (entry === null ? null : numberOf(entry, peek.name))
    if (number === null) continue
    const title = entry?.title ?? titleIn(peek.text)
    const known = titles.get(number)
    if (known === undefined) titles.set(number, title)
    else if (known !== title) shared.add(number)
  }
  return { shared }
}

/** The heading as it is written; enough to tell two apart. */
function titleIn(text: string): string {
  return /<h1\b[^<>]*>([\s\S]*?)<\/h1>/.exec(text)?.[1]?.replace(/\s+/g, ' ').trim() ?? ''
}
