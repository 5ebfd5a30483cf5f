// Carries out what was marked to go: overwrites the bytes in packages. Returns how many members.
import { batch } from '../../job/define.ts'
import { finishStrikes } from '../packages/strike.ts'

export default batch<Readonly<Record<string, never>>, number>(
  'package.strike',
  ['records', 'accessions'],
  ({ db, folder, now }) => finishStrikes(db, folder, now),
)
