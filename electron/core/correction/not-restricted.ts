// The refusal where a record is not restricted.
import { MunimentError } from '../../../shared/contract/error.ts'

/** The refusal, for the caller to throw. */
export function notRestricted(record: number): MunimentError {
  return new MunimentError('RESTRICTION_REFUSED', `Record ${record} is not restricted. Nothing was changed.`)
}
