// A slice of withdrawing: a hold that came since stops it, and what is left stays.
import { batch } from '../../job/define.ts'
import { accessionState, standingMark, tiesOf } from '../../vault/repository/intake/correction.ts'
import { type TakenBack, takeBackSlice } from '../../vault/take-back.ts'
import { standingAgainst } from '../standing-against.ts'
import { refused } from '../why-not-one.ts'

export default batch<{ readonly accession: number; readonly judged: string | null }, TakenBack>(
  'correction.take-back',
  ['records', 'accessions'],
  (context, { accession, judged }) => {
    const { db, folder } = context
    const account = accessionState(db, accession)?.account ?? 0
    const mark = standingMark(db)
    const against = mark === judged ? [] : standingAgainst(db, folder, account, [accession], tiesOf(db, [accession]))
    if (against.length > 0) {
      throw refused(
        `Withdrawing import ${accession} stopped: ${against.join(' ')} What is left of it is kept; go on under Jobs when nothing stands against it.`,
      )
    }
    return { ...takeBackSlice(context, accession), judged: mark }
  },
)
