// One slice of undoing an import; the last one forgets its packages.
import { batch } from '../../job/define.ts'
import { type TakenBack, takeBackSlice } from '../../vault/take-back.ts'

export default batch<{ readonly accession: number; readonly judged: string | null }, TakenBack>(
  'intake.take-back',
  ['records', 'accessions'],
  (context, { accession }) => takeBackSlice(context, accession),
)
