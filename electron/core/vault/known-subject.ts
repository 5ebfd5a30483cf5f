// What notes and files are on: known to the vault, or refused in a sentence.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { Subject } from '../../../shared/domain/record/note.ts'
import type { Driver } from './catalog/driver.ts'
import { hasSubject } from './repository/record/note.ts'

const NAMES: Readonly<Record<Subject['kind'], string>> = {
  hold: 'hold',
  request: 'request',
  message: 'message on a request',
  plan: 'purge plan',
  account: 'account',
  entry: 'entry of the registers',
}

/** @throws MunimentError SUBJECT_UNKNOWN */
export function refuseUnknownSubject(db: Driver, subject: Subject): void {
  if (hasSubject(db, subject)) return
  throw notThere(`${NAMES[subject.kind]} ${subject.id}`)
}

/** The refusal where a note, a file or what it is on is not there; for the caller to throw. */
export function notThere(what: string): MunimentError {
  return new MunimentError('SUBJECT_UNKNOWN', `This vault has no ${what}. Nothing was changed.`)
}
