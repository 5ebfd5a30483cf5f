// The little of Markdown that the help pages are written in: headings, paragraphs, lists, **strong**, _term_ and `code`.

export interface Run {
  readonly kind: 'text' | 'strong' | 'term' | 'code'
  readonly text: string
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }

/** The blocks of a page; blank lines part them. */
export function blocksOf(page: string): Block[] {
  return page
    .trim()
    .split(/\n\s*\n/)
    .map((text): Block => {
      const [, marks, heading] = /^(##?) (.+)$/.exec(text) ?? []
      if (heading !== undefined) return { kind: 'heading', level: marks === '#' ? 1 : 2, text: heading }
      if (text.startsWith('- ')) {
        return { kind: 'list', items: text.slice(2).split(/\n- /).map(runsOf) }
      }
      return { kind: 'paragraph', runs: runsOf(text) }
    })
}

/** A line in its runs. */
function runsOf(line: string): Run[] {
  const parts = line.replace(/\s+/g, ' ').split(/(\*\*[^*]+\*\*|(?<!\w)_[^_]+_(?!\w)|`[^`]+`)/)
  return parts
    .filter((part) => part !== '')
    .map((part): Run => {
      if (part.startsWith('**')) return { kind: 'strong', text: part.slice(2, -2) }
      if (part.startsWith('_')) return { kind: 'term', text: part.slice(1, -1) }
      if (part.startsWith('`')) return { kind: 'code', text: part.slice(1, -1) }
      return { kind: 'text', text: part }
    })
}
