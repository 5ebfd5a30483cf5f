// Answers what an import would bring. What has to be unpacked for it lies in staging until then.
import { intakePreview } from '../../../../shared/contract/intake.ts'
import { answer } from '../../vault/handler.ts'
import { grantedFiles, withScratch } from '../granted.ts'
import { refuseOtherKind } from '../practice.ts'
import { previewImport } from '../preview.ts'

export default answer(intakePreview, async ({ db, folder, files, signal }, { sources, account, platform, mapping }) => {
  const granted = grantedFiles(files, sources)
  await refuseOtherKind(db, granted)
  return withScratch(folder, 'preview', (scratch) =>
    previewImport(db, granted, scratch, { account, platform, mapping }, signal),
  )
})
