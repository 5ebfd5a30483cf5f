// The marks of what nobody may take for a released file: made in a practice vault, a draft, or both.
import { TRAINING, TRAINING_CELL, TRAINING_COMMENT, TRAINING_SENTENCE } from './practice.ts'

/** The word on every page and in every file name of a draft. */
export const DRAFT = 'DRAFT'

/** What marks a file, wherever it is opened. */
export interface Marking {
  /** Stands on every page, before every title and over the first column of every list. */
  readonly word: string
  readonly sentence: string
  /** Stands in the first column of every row of a list, so that a row that is copied out of it still says so. */
  readonly cell: string
  /** The comment of the ZIP archive. */
  readonly comment: string
}

const PRACTICE_MARKING: Marking = {
  word: TRAINING,
  sentence: TRAINING_SENTENCE,
  cell: TRAINING_CELL,
  comment: TRAINING_COMMENT,
}

const DRAFT_MARKING: Marking = {
  word: DRAFT,
  sentence: 'A draft for the City’s own eyes. It was not released and answers no request.',
  cell: 'draft: not released',
  comment: 'MUNIMENT DRAFT: not released, answers no request',
}

/** What a file is, as far as it must be marked. */
export interface Marked {
  readonly practice: boolean
  readonly draft: boolean
}

/** The marking of a file; null where it is the real thing. */
export function markingOf({ practice, draft }: Marked): Marking | null {
  if (!practice) return draft ? DRAFT_MARKING : null
  if (!draft) return PRACTICE_MARKING
  return {
    word: `${TRAINING} ${DRAFT}`,
    sentence: `${TRAINING_SENTENCE} ${DRAFT_MARKING.sentence}`,
    cell: `${TRAINING_CELL}; ${DRAFT_MARKING.cell}`,
    // Last, where an import into a real vault looks for it.
    comment: `${DRAFT_MARKING.comment}; ${TRAINING_COMMENT}`,
  }
}

/** What the comment of an archive says that it is. */
export function markedBy(comment: string | null): Marked {
  const says = ({ comment: own }: Marking) => comment?.includes(own) ?? false
  return { practice: says(PRACTICE_MARKING), draft: says(DRAFT_MARKING) }
}

/** The cells of a line with the mark before them; as they are where there is none. */
export function markedCells<Cell>(mark: Cell | undefined, cells: readonly Cell[]): readonly Cell[] {
  return mark === undefined ? cells : [mark, ...cells]
}

/** A file name with the word of a draft before its last part. */
export function draftName(path: string): string {
  return path.replace(/[^/]+$/, (name) => `${DRAFT}-${name}`)
}

/** Whether a file name says that it is a draft. */
export function isDraftName(name: string): boolean {
  return name.toUpperCase().includes(DRAFT)
}
