// Who writes something out, as documents name them.
import type { JobContext } from '../job/define.ts'
import { listPeople } from '../vault/repository/account/people.ts'

/** The name of the person who acts, as registered. */
export function actorName({ db, actor }: Pick<JobContext, 'db' | 'actor'>): string {
  return listPeople(db).find(({ id }) => id === actor.person)?.name ?? 'nobody named'
}
