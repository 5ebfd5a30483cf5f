import { MunimentError } from '../../../../shared/contract/error.ts'
import { captureSave } from '../../../../shared/contract/replay.ts'
import { work } from '../../job/define.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { copyOutside, expectWritable, writableFile } from '../../vault/outside.ts'
import { packageBody } from '../../vault/packages/place.ts'
import { wholePackage } from '../../vault/repository/intake/observed.ts'
import { accessionOfCapture } from '../replay/accession-of-capture.ts'
import { refuseHidden } from '../replay/refuse-hidden.ts'

export default work(captureSave, false, async (context, { capture, to, opened }) => {
  const { db, folder } = context
  const target = writableFile(context, to)
  await expectWritable(target)
  const accession = accessionOfCapture(db, capture)
  refuseHidden(db, accession, opened)
  const whole = wholePackage(db, accession)
  if (whole === null)
    throw new MunimentError(
      'CAPTURE_UNKNOWN',
      `Parts of capture ${capture} were destroyed, so it is no longer as it was packed. Nothing was written.`,
    )
  const written = await copyOutside(packageBody(folder, whole.id, whole.form), target.path)
  const copy = { kind: 'capture', subject: `capture ${capture}`, name: target.name, place: target.path } as const
  await context.write(copyRegister, { ...copy, ...written, at: context.startedAt })
  return { size: written.size }
})
