import { searchFiles } from '../../../../shared/contract/request-search.ts'
import { AccessionId } from '../../../../shared/domain/id.ts'
import { answer } from '../../vault/handler.ts'
import { filesOf } from '../../vault/repository/record/found-set.ts'
import { knownRequest } from '../known-request.ts'
import { usesNamed } from '../searching/lines.ts'
import { marksOf } from '../searching/statement.ts'

const PAGE = 200

export default answer(searchFiles, ({ db }, { request, files: named, offset }) => {
  const { accessions } = marksOf(db, knownRequest(db, request))
  const { total, files } = filesOf(db, accessions, usesNamed(named), PAGE, offset)
  return {
    total,
    files: files.map(({ accession, name, size, finding }) => ({
      accession: AccessionId.parse(accession),
      name,
      size,
      finding,
    })),
  }
})
