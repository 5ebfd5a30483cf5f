// How a rule file is refused.
import { MunimentError } from '../../../../shared/contract/error.ts'

export const NOTHING = 'Nothing was changed.'

/** The refusal, to be thrown. */
export function refused(sentence: string): MunimentError {
  return new MunimentError('INPUT_INVALID', `${sentence} ${NOTHING}`)
}
