// A page of what a search found, assigned to a series by a person.
import { batch } from '../../job/define.ts'
import { type Assigned, type Assignment, assign } from '../assign.ts'
import { secondPerson, shorteningGuard } from '../second-person.ts'

export default batch<Assignment, Assigned>(
  'classify.assign',
  ['records'],
  ({ db, folder, now, actor, note }, assignment) => {
    const second = secondPerson(db, actor, assignment.second ?? null)
    const assigned = assign(db, { ...assignment, second }, shorteningGuard(db, folder), now, actor.person)
    note({ classified: assigned.classified, same: assigned.same })
    return assigned
  },
)
