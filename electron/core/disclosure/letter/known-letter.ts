// Finding a letter, and what every change of one begins with.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { LetterState } from '../../../../shared/domain/request/letter.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { type FiledLetter, findLetter } from '../../vault/repository/request/letter.ts'
import { refused } from '../changing.ts'

/** The letter of a number. @throws MunimentError INPUT_INVALID */
export function knownLetter(db: Driver, id: number): FiledLetter {
  const filed = findLetter(db, id)
  if (filed === null)
    throw new MunimentError('INPUT_INVALID', `There is no letter ${id} in this vault. Nothing was changed.`)
  return filed
}

/** The letter, where it stands as it must. @throws MunimentError INPUT_INVALID, REQUEST_REFUSED */
export function letterIn(db: Driver, id: number, ...states: readonly LetterState[]): FiledLetter {
  const filed = knownLetter(db, id)
  if (states.includes(filed.letter.state)) return filed
  throw refused(`Letter ${id} ${STANDS[filed.letter.state]}. Nothing was changed.`)
}

const STANDS: Readonly<Record<LetterState, string>> = {
  draft: 'is a draft: it is signed first',
  signed: 'is signed: its words are settled. Discard it and write another',
  sent: 'was sent',
  discarded: 'was put aside',
}
