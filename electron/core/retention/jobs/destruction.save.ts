import { join } from 'node:path'
import { destructionSave } from '../../../../shared/contract/destruction.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import { work } from '../../job/define.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { copyOutside, expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { destroyedFiles } from '../../vault/repository/disposition/destruction-file.ts'
import { destroyedCsv } from '../destroyed-list.ts'
import { knownDestruction } from '../execution/summary.ts'
import { tombstonesOf } from '../execution/tombstones.ts'

export default work(destructionSave, false, async (context, { id, to }) => {
  const { db, folder, startedAt } = context
  const { document, paper, certificate, facts } = knownDestruction(db, id)
  if (document === null || paper === null) {
    const sentence = `Certificate ${certificate} is not made yet: its destruction goes on, or was interrupted. Resume it under Jobs.`
    throw new MunimentError('DESTRUCTION_REFUSED', sentence)
  }
  const copied = (object: Digest) => (path: string) => copyOutside(join(folder, objectPath(object)), path)
  const listed = (path: string) => {
    const gone = { destroyed: tombstonesOf(db, { id, facts }), files: destroyedFiles(db, id) }
    return writeOutside(path, (aside) => writeFile(aside, destroyedCsv(gone)))
  }
  const forms = [
    { grant: to.json, write: copied(document) },
    { grant: to.pdf, write: copied(paper) },
    { grant: to.csv, write: listed },
  ]
  let files = 0
  for (const { grant, write } of forms) {
    if (grant === null) continue
    const target = writableFile(context, grant)
    await expectWritable(target)
    const written = await write(target.path)
    const copy = { kind: 'certificate', subject: `destruction ${id}`, name: target.name, place: target.path } as const
    await context.write(copyRegister, { ...copy, ...written, at: startedAt })
    files += 1
  }
  return { files }
})
