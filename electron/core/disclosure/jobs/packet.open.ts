import { writeFile } from 'node:fs/promises'
import { packetOpen } from '../../../../shared/contract/packet.ts'
import { COMMITMENTS } from '../../../../shared/packet/manifest.ts'
import type { Opening } from '../../../../shared/packet/opening.ts'
import { work } from '../../job/define.ts'
import { digestOf } from '../../vault/hex.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { positionOf } from '../../vault/repository/production-seal.ts'
import { attorneyActing } from '../attorney.ts'
import packetOpened from '../batches/packet.opened.ts'
import { refused } from '../changing.ts'
import { openedFields } from '../packet/opening.ts'
import { sealedProduction } from '../sealed.ts'
import { sealedRoot } from '../verify/sealed-root.ts'

export default work(packetOpen, false, async (context, { production: id, number, fields, source, reason, to }) => {
  const { db, folder } = context
  const attorney = attorneyActing(context, 'may open what a packet keeps back')
  const packet = sealedProduction(db, id)
  const position = positionOf(db, id, number)
  if (position === null) throw refused(`Production ${id} holds no record ${number}. Nothing was opened.`)
  const root = packet.document.commitments ? await sealedRoot(db, folder, packet) : null
  if (root === null)
    throw refused(`The packet of production ${id} holds no ${COMMITMENTS}: nothing can be opened against it.`)
  const shown = openedFields(db, packet, position, fields, source)
  if (shown === null)
    throw refused(
      `What ${number} said is no longer in the vault: it was destroyed with its record. Nothing was opened.`,
    )
  const target = writableFile(context, to)
  await expectWritable(target)
  const opening: Opening = {
    format: 'muniment-opening',
    formatVersion: 1,
    production: id,
    number,
    root,
    openedBy: { name: attorney.name, title: attorney.title },
    openedAt: new Date(context.startedAt).toISOString(),
    reason,
    ...shown,
  }
  const written = await writeOutside(target.path, (aside) => writeFile(aside, `${JSON.stringify(opening, null, 1)}\n`))
  const opened = shown.fields.map(({ field }) => field)
  const where = { name: target.name, place: target.path }
  await context.write(packetOpened, { production: id, position, fields: opened, reason, ...where, ...written })
  return { number, fields: opened, digest: digestOf(written.digest) }
})
