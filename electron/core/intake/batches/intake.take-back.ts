// One slice of undoing an import; the last one forgets its packages.
import { batch } from '../../job/define.ts'
import { forgetWords, unstoreSlice } from '../../vault/record/unstore.ts'
import { forgetPackages } from '../../vault/repository/accession.ts'

const SLICE = 500

interface TakeBack {
  readonly accession: number
}

/** How many sightings this slice took back, and what to unlink once nothing is left. */
interface TakenBack {
  readonly sightings: number
  readonly finished: { readonly packages: readonly string[]; readonly objects: readonly string[] } | null
}

export default batch<TakeBack, TakenBack>(
  'intake.take-back',
  ['records', 'accessions'],
  ({ db, note, revoke }, { accession }) => {
    const sightings = unstoreSlice(db, accession, SLICE)
    if (sightings === SLICE) return { sightings, finished: null }
    forgetWords(db)
    const finished = forgetPackages(db, accession)
    note({ accession, undone: true })
    for (const digest of finished.revoked) revoke(digest)
    return { sightings, finished }
  },
)
