// Enters a request with its hold: by form, out of another request, from the portal.
import { MunimentError } from '../../../shared/contract/error.ts'
import { immediateWords } from '../../../shared/domain/request/immediate.ts'
import type { RequestDraft } from '../../../shared/domain/request/request.ts'
import { readVaultFile } from '../vault/about.ts'
import type { WriteContext } from '../vault/handler.ts'
import { knownAccount } from '../vault/known-account.ts'
import { knownPerson } from '../vault/known-person.ts'
import { listPeople } from '../vault/repository/account/people.ts'
import { wasDestroyed } from '../vault/repository/disposition/office-file.ts'
import { hasRequest, holdForRequest, insertRequest } from '../vault/repository/request/request.ts'
import { insertEvent, type NewEvent } from '../vault/repository/request/request-life.ts'
import { searchOf } from './responsive.ts'

/**
 * Enters a request and holds what it covers.
 * @param how the first entry of its trail
 * @returns how many records its hold froze
 * @throws MunimentError REQUEST_EXISTS, ACCOUNT_UNKNOWN, PERSON_UNKNOWN, INPUT_INVALID
 */
export function enterRequest(context: WriteContext, draft: RequestDraft, how: NewEvent): number {
  const { db, folder, now, actor, note } = context
  if (hasRequest(db, draft.id)) {
    throw new MunimentError('REQUEST_EXISTS', `Request ${draft.id} was entered already. Nothing was changed.`)
  }
  if (wasDestroyed(db, { kind: 'request-file', id: draft.id })) {
    throw new MunimentError(
      'REQUEST_EXISTS',
      `The file of a request ${draft.id} was destroyed under a plan, and its number is not given again. Nothing was changed.`,
    )
  }
  if (draft.immediateDisclosure && draft.channel === 'oral') {
    throw new MunimentError(
      'INPUT_INVALID',
      'A request for immediate disclosure is a written one (OMC 2.20.230). Nothing was changed; enter it without that.',
    )
  }
  for (const id of draft.accounts) knownAccount(db, id)
  for (const id of draft.assignees) knownPerson(db, id)
  searchOf(db, folder, draft)
  insertRequest(db, draft, now, actor.person)
  const done = { at: now, by: actor.person }
  insertEvent(db, draft.id, how, done)
  const words = immediateWords(draft.text)
  if (words !== null) {
    const taken = draft.immediateDisclosure ? 'Taken as one' : 'Not taken as one'
    insertEvent(
      db,
      draft.id,
      { kind: 'immediate', on: how.on, words: `${taken} when entered; its words stand in line ${words.line}.` },
      done,
    )
  }
  const { hold, held } = placeRequestHold(context, draft)
  note({ request: draft.id, hold, held })
  return held
}

/** Places the hold that a request is: over its accounts and period. Returns the hold, and how many records it froze. */
export function placeRequestHold({ db, folder, now, actor }: WriteContext, draft: RequestDraft) {
  const person = listPeople(db).find(({ id }) => id === actor.person)
  const orderedBy = person?.name ?? 'whoever entered the request'
  return holdForRequest(db, draft, readVaultFile(folder).zone, { at: now, by: actor.person, orderedBy })
}
