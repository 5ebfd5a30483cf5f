import { packetPaper } from '../../../../shared/contract/packet-set.ts'
import { work } from '../../job/define.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { picturesOf } from '../packet/pdf-picture.ts'
import { letterOf } from '../portal-set/letter-of.ts'
import { writePaper } from '../portal-set/paper.ts'
import { standingProduction } from '../standing-production.ts'

export default work(packetPaper, false, async (context, { production: id, to }) => {
  const { db, folder, signal } = context
  const target = writableFile(context, to)
  const packet = standingProduction(db, id)
  await expectWritable(target)
  const options = { db, picture: picturesOf(db, folder, packet), letter: letterOf(db, packet.production), signal }
  let pages = 0
  const written = await writeOutside(target.path, async (aside) => {
    pages = await writePaper(createWriteStream(aside), packet, options)
  })
  const copy = { kind: 'packet', subject: `production ${id}`, name: target.name, place: target.path } as const
  await context.write(copyRegister, { ...copy, ...written, at: context.startedAt })
  return { pages }
})
