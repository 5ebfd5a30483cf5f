// Ends the reading of an import by another parser.
import { batch } from '../../job/define.ts'
import { endReading } from '../../vault/repository/reading.ts'

interface End {
  readonly accession: number
  readonly reading: number
  readonly parser: string
  readonly changed: number
}

export default batch<End, null>(
  'intake.read-again',
  ['accessions', 'records'],
  ({ db, note }, { accession, reading, parser, changed }) => {
    endReading(db, accession, parser)
    note({ accession, reading, parser, changed })
    return null
  },
)
