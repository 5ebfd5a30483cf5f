// Holds over one or more records, each named once.
import type { HoldMark } from '../../../../shared/domain/retention/subject.ts'

/** One mark for each hold and each request, in the order met. */
export function distinctMarks(marks: readonly HoldMark[]): HoldMark[] {
  const kept = new Map<string, HoldMark>()
  for (const mark of marks) {
    const key = `${mark.kind} ${mark.id}`
    if (!kept.has(key)) kept.set(key, mark)
  }
  return [...kept.values()]
}
