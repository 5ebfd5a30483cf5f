import { pipeline } from 'node:stream/promises'
import { attachmentSave } from '../../../../shared/contract/note.ts'
import { work } from '../../job/define.ts'
import copyRegister from '../batches/copy.register.ts'
import { createReadStream, createWriteStream } from '../cipher/streams.ts'
import { notThere } from '../known-subject.ts'
import { leaseOf } from '../objects/lease.ts'
import { expectWritable, writableFile, writeOutside } from '../outside.ts'
import { findAttachment } from '../repository/record/attachment.ts'

export default work(attachmentSave, false, async (context, { attachment: id, to }) => {
  const { db, folder, signal } = context
  const target = writableFile(context, to)
  await expectWritable(target)
  const attached = findAttachment(db, id)
  const lease = attached?.digest ? leaseOf(db, folder, attached.digest) : null
  if (lease === null) throw notThere(`attached file ${id}, or its bytes were removed`)
  const { file, offset, length } = lease
  const range = { start: offset, end: Math.max(offset, offset + length - 1), signal, highWaterMark: 1 << 20 }
  const written = await writeOutside(target.path, (aside) =>
    pipeline(createReadStream(file, range), createWriteStream(aside)),
  )
  const copy = { kind: 'attachment', subject: `attachment ${id}`, name: target.name, place: target.path } as const
  await context.write(copyRegister, { ...copy, ...written, at: context.startedAt })
  return { size: written.size }
})
