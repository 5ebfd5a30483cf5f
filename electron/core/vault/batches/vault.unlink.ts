// Unlinks the files and folders that the catalog has forgotten. Returns how many.
import { batch } from '../../job/define.ts'
import { unlinkMarked } from '../objects/unlink.ts'

export default batch<Readonly<Record<string, never>>, number>('vault.unlink', [], ({ db, folder }) =>
  unlinkMarked(db, folder),
)
