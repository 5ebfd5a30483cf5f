// A page of what a search found, assigned to a series by a person.
import { batch } from '../../job/define.ts'
import { type Assigned, type Assignment, assign } from '../classify/assign.ts'

export default batch<Assignment, Assigned>('classify.assign', ['records'], (context, assignment) => {
  const assigned = assign(context, assignment)
  context.note({ classified: assigned.classified, same: assigned.same })
  return assigned
})
