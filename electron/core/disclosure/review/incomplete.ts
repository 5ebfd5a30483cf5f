// A review that somebody must still go on with before a packet can be made.
import { MunimentError } from '../../../../shared/contract/error.ts'

/** @param sentence what is to be done, and where */
export function incomplete(sentence: string): MunimentError {
  return new MunimentError('REVIEW_INCOMPLETE', `${sentence} No packet was made.`)
}
