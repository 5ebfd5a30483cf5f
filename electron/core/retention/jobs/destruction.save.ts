import { join } from 'node:path'
import { destructionSave } from '../../../../shared/contract/destruction.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { work } from '../../job/define.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { copyOutside, expectWritable, writableFile } from '../../vault/outside.ts'
import { knownDestruction } from '../execution/summary.ts'

export default work(destructionSave, false, async (context, { id, to }) => {
  const { db, folder, startedAt } = context
  const { document, paper, certificate } = knownDestruction(db, id)
  if (document === null || paper === null) {
    const sentence = `Certificate ${certificate} is not made yet: its destruction goes on, or was interrupted. Resume it under Jobs.`
    throw new MunimentError('DESTRUCTION_REFUSED', sentence)
  }
  const forms = [
    { grant: to.json, object: document },
    { grant: to.pdf, object: paper },
  ]
  let files = 0
  for (const { grant, object } of forms) {
    if (grant === null) continue
    const target = writableFile(context, grant)
    await expectWritable(target)
    const written = await copyOutside(join(folder, objectPath(object)), target.path)
    const copy = { kind: 'certificate', subject: `destruction ${id}`, name: target.name, place: target.path } as const
    await context.write(copyRegister, { ...copy, ...written, at: startedAt })
    files += 1
  }
  return { files }
})
