// Ends the reading of an import by another parser.
import type { TextOrigin } from '../../../../shared/domain/record/text-origin.ts'
import { batch } from '../../job/define.ts'
import { endReading } from '../../vault/repository/intake/reading.ts'

interface End {
  readonly accession: number
  readonly reading: number
  readonly parser: string
  readonly texts: TextOrigin | undefined
  readonly changed: number
}

export default batch<End, null>(
  'intake.read-again',
  ['accessions', 'records'],
  ({ db, note }, { accession, reading, parser, texts, changed }) => {
    endReading(db, accession, parser, texts)
    note({ accession, reading, parser, changed })
    return null
  },
)
