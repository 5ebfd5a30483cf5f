// The requests whose dates run: those that are not closed, and those that another, which is not closed, answers.
import type { PublicRequest } from '../../../shared/domain/request/request.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { listRequests } from '../vault/repository/request/request.ts'
import { mergedIn } from '../vault/repository/request/request-life.ts'

/** A request whose dates run, and the one under which they are worked on. */
export interface Running {
  readonly request: PublicRequest
  readonly under: PublicRequest
}

/** Every one; a merged request stays among them, so that a merge loses no deadline. */
export function runningRequests(db: Driver): Running[] {
  const all = listRequests(db)
  const byId = new Map(all.map((request) => [request.id, request]))
  return all
    .filter(({ state }) => state !== 'closed')
    .flatMap((under) => [
      { request: under, under },
      ...mergedIn(db, under.id).flatMap((id) => {
        const request = byId.get(id)
        return request === undefined ? [] : [{ request, under }]
      }),
    ])
}
