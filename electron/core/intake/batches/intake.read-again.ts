// Ends the reading of an import by another parser.
import type { TextOrigin } from '../../../../shared/domain/text-origin.ts'
import { batch } from '../../job/define.ts'
import { insertReading } from '../../vault/repository/reading.ts'

interface End {
  readonly accession: number
  readonly parser: string
  readonly before: string
  readonly texts: TextOrigin | undefined
  readonly changed: number
}

export default batch<End, null>(
  'intake.read-again',
  ['accessions', 'records'],
  ({ db, now, actor, note }, { accession, parser, before, texts, changed }) => {
    insertReading(db, accession, { parser, before, texts, changed, at: now, by: actor.person })
    note({ accession, parser, changed })
    return null
  },
)
