// Carries out what was marked to go: overwrites the bytes in packages, forgets objects whose files are gone. Returns how many members.
import type { Digest } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { digestBytes } from '../hex.ts'
import { finishStrikes } from '../packages/strike.ts'
import { forgetObject } from '../repository/object.ts'

export default batch<{ readonly objects: readonly Digest[] }, number>(
  'package.strike',
  ['records', 'accessions'],
  ({ db, folder, now }, { objects }) => {
    for (const digest of objects) forgetObject(db, digestBytes(digest))
    return finishStrikes(db, folder, now)
  },
)
