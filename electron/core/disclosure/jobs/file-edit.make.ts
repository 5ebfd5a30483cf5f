import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileEditMake } from '../../../../shared/contract/file-pages.ts'
import { editsInWords } from '../../../../shared/domain/review/recording-edit.ts'
import { work } from '../../job/define.ts'
import { withOpenFolder } from '../../vault/cipher/open-folder.ts'
import { createReadStream, createWriteStream } from '../../vault/cipher/streams.ts'
import { keepEdit } from '../file-pages/keep-edit.ts'
import { documentObject } from '../file-pages/make.ts'
import { editRecording } from '../file-pages/recording.ts'

export default work(fileEditMake, false, async (context, { file, edits }) => {
  const { folder, id, signal } = context
  const object = documentObject(context, file)
  return withOpenFolder(folder, `${id}-recording`, async (aside) => {
    const [from, to] = [join(aside, 'before'), join(aside, 'after')]
    await pipeline(object.bytes(), createWriteStream(from, { mode: 0o600 }))
    context.progress({ stage: 'making the recording anew', done: 0, total: null, unit: 'files' })
    const program = await editRecording(from, to, edits, signal, process.env)
    return keepEdit(context, file, createReadStream(to), `${program}: ${editsInWords(edits)}`.slice(0, 2000))
  })
})
