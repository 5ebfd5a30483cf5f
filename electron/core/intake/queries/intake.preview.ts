// Answers what an import would bring. What has to be unpacked for it lies in staging until then.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { intakePreview } from '../../../../shared/contract/intake.ts'
import { answer } from '../../vault/handler.ts'
import { previewImport } from '../preview.ts'
import { roomBeside } from '../refuse.ts'

export default answer(intakePreview, async ({ db, folder, files, signal }, { sources, account, platform }) => {
  const granted = sources.map((grant) => {
    const file = files(grant)
    if (file) return file
    throw new MunimentError('GRANT_UNKNOWN', 'The file was chosen in an earlier session. Choose it again.')
  })
  await mkdir(join(folder, 'staging'), { recursive: true })
  const scratch = { folder: await mkdtemp(join(folder, 'staging', 'preview-')), room: await roomBeside(folder) }
  try {
    return await previewImport(db, granted, scratch, { account, platform }, signal)
  } finally {
    await rm(scratch.folder, { recursive: true, force: true })
  }
})
