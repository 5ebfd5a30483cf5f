// Registers a copy that a job wrote outside the vault, or made into an object.
import { batch } from '../../job/define.ts'
import { digestOf } from '../hex.ts'
import { type IssuedCopy, registerCopy } from '../repository/packet/issued.ts'

export default batch<IssuedCopy, null>('copy.register', [], ({ db, note }, copy) => {
  registerCopy(db, copy)
  note({ kind: copy.kind, subject: copy.subject, digest: digestOf(copy.digest), size: copy.size })
  return null
})
