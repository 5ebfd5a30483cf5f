import { noteCounts } from '../../../../shared/contract/note.ts'
import { answer } from '../handler.ts'
import { countsOn } from '../repository/record/note.ts'

export default answer(noteCounts, ({ db }, { kind }) => countsOn(db, kind))
