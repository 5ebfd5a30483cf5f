import { MunimentError } from '../../../../shared/contract/error.ts'
import { fileEditAttach } from '../../../../shared/contract/file-pages.ts'
import { work } from '../../job/define.ts'
import { createReadStream } from '../../vault/cipher/streams.ts'
import { fileDigest } from '../../vault/file.ts'
import { digestOf } from '../../vault/hex.ts'
import { keepEdit } from '../file-pages/keep-edit.ts'
import { documentObject } from '../file-pages/make.ts'

export default work(fileEditAttach, false, async (context, { file, recording, how }) => {
  documentObject(context, file)
  const granted = context.files(recording)
  if (granted === undefined)
    throw new MunimentError(
      'GRANT_UNKNOWN',
      'The file was chosen in an earlier session. Nothing was read; choose it again.',
    )
  if (digestOf(fileDigest(granted.path).digest) === file)
    throw new MunimentError(
      'INPUT_INVALID',
      'This is the very same recording: nothing was taken out of it. Nothing was changed.',
    )
  return keepEdit(context, file, createReadStream(granted.path), how)
})
