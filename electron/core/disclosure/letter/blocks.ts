// The blocks of a letter.
import type { LetterWords } from '../../../../shared/domain/request/letter.ts'

export type Block = LetterWords['blocks'][number]

/** A paragraph. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

/** A list with bullets. */
export function list(items: string[]): Block {
  return { kind: 'list', items }
}

/** What a clerk wrote, in paragraphs; nothing where nothing was written. */
export function wordsOf(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(paragraph)
}
