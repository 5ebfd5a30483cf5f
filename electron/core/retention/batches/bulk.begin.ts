// Begins a decision on many records: what it is and why, once for all of them.
import { batch } from '../../job/define.ts'
import { beginBulk } from '../../vault/repository/retention/decision.ts'

interface Payload {
  readonly series: string | null
  readonly reason: string
}

export default batch<Payload, number>('bulk.begin', ['records'], ({ db, now, actor, note }, payload) => {
  const bulk = beginBulk(db, payload, now, actor.person)
  note({ bulk })
  return bulk
})
