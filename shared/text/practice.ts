// The marks by which whatever a practice vault makes is told from the real thing, by people and by Muniment itself.

/** The word on every window, page and file of a practice vault. */
export const TRAINING = 'TRAINING'

/** The same in a sentence, where there is room for one. */
export const TRAINING_SENTENCE =
  'Made in a practice vault of Muniment. It is no record of any city and answers no request.'

/** What stands in the first column of every row of a list, so that a row that is copied out of it still says so. */
export const TRAINING_CELL = 'practice vault: no record'

/** The comment of every ZIP archive (packets and workbooks are such) that a practice vault makes, and of the sample exports. */
export const TRAINING_COMMENT = 'MUNIMENT TRAINING: practice material, no record of any city'

/** A file name with the word before it, once. */
export function trainingName(name: string): string {
  return isTrainingName(name) ? name : `${TRAINING}-${name}`
}

/** Whether a file name says what it is. */
export function isTrainingName(name: string): boolean {
  return name.startsWith(TRAINING)
}

/** The cells of a line with the mark before them; as they are where nobody practises. */
export function trainingCells<Cell>(practice: boolean, mark: Cell, cells: readonly Cell[]): readonly Cell[] {
  return practice ? [mark, ...cells] : cells
}
