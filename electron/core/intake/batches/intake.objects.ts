// Writes down what media members hold: their digests, and the objects they became.
import { batch } from '../../job/define.ts'
import { insertObject, type NewObject, saveMemberDigest } from '../../vault/repository/object.ts'

interface MediaBatch {
  readonly members: readonly {
    readonly member: number
    readonly digest: Uint8Array | null
    readonly finding: string | null
  }[]
  readonly objects: readonly NewObject[]
}

export default batch<MediaBatch, null>('intake.objects', [], ({ db, now }, { members, objects }) => {
  for (const { member, digest, finding } of members) saveMemberDigest(db, member, digest, finding)
  for (const object of objects) insertObject(db, object, now)
  return null
})
