// Asked by the shell only: a path never leaves the process that holds the vault by any other way.
import { z } from 'zod'
import { query } from '../../../../shared/contract/define.ts'
import { Digest } from '../../../../shared/domain/id.ts'
import { answer } from '../handler.ts'
import { digestBytes } from '../hex.ts'
import { keyedLeaseOf } from '../objects/lease.ts'
import { isOfLocked } from '../repository/record/lock.ts'

const mediaLease = query('media.lease', {
  summary: "Where an object's bytes lie.",
  input: z.strictObject({ digest: Digest }),
  output: z.unknown(),
})

export default answer(mediaLease, ({ db, folder }, { digest }) =>
  isOfLocked(db, digestBytes(digest)) ? null : keyedLeaseOf(db, folder, digest),
)
