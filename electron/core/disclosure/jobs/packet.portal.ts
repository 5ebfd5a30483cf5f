import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type PortalPart, packetPortal } from '../../../../shared/contract/packet-set.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { letterText } from '../../../../shared/domain/request/letter.ts'
import { POSTING_CHECKS } from '../../../../shared/domain/review/packet-set.ts'
import { work } from '../../job/define.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { mkdir, rm, stat } from '../../vault/cipher/fs-promises.ts'
import { createReadStream, createWriteStream } from '../../vault/cipher/streams.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { refused } from '../changing.ts'
import { areAnswered } from '../checks/answered.ts'
import { picturesOf } from '../packet/pdf-picture.ts'
import { writeLogPdf } from '../packet/withholding-files.ts'
import { packetZip } from '../packet/zip.ts'
import { letterOf } from '../portal-set/letter-of.ts'
import { writeParts } from '../portal-set/records-parts.ts'
import { standingProduction } from '../standing-production.ts'

export default work(packetPortal, false, async (context, { production: id, limit, published, to }) => {
  const { db, folder, signal } = context
  const target = writableFile(context, to)
  const packet = standingProduction(db, id)
  const { production, document, practice } = packet
  if (published && !areAnswered(db, production.request, POSTING_CHECKS, id)) {
    throw refused(
      `Not every question before publication is answered with yes for production ${id}. Nothing was written; answer them first.`,
    )
  }
  await expectWritable(target)
  const aside = join(folder, 'staging', `portal-${context.id}`)
  const parts: PortalPart[] = []
  try {
    await mkdir(aside, { recursive: true })
    const made = await writeParts(packet, { db, picture: picturesOf(db, folder, packet), aside, limit, signal })
    const files = made.parts.map(({ path, size, pages }, place) => {
      const name = made.parts.length === 1 ? 'records.pdf' : `records-part-${String(place + 1).padStart(2, '0')}.pdf`
      parts.push({ name, size, firstPage: pages.first, lastPage: pages.last, over: size > limit })
      return { name, path }
    })
    if (document.review !== null && made.rows.length > 0) {
      const [name, path] = ['withholding-log.pdf', join(aside, 'withholding-log.pdf')] as const
      await writeLogPdf(path, packet, document.review, made.rows)
      const { size } = await stat(path)
      parts.push({ name, size, firstPage: null, lastPage: null, over: size > limit })
      files.push({ name, path })
    }
    const letter = published ? null : letterOf(db, production)
    const zip = packetZip(new Date(production.frozenAt), practice)
    const packing = async () => {
      for (const { name, path } of files) await zip.add(name, createReadStream(path))
      if (letter !== null) {
        const told = letterText(letter.words, readableDay, letter.translations)
        await zip.add('letter.txt', Buffer.from(`${told}\n`))
      }
      await zip.finish()
    }
    const written = await writeOutside(target.path, async (part) => {
      const packed = packing().catch((error: unknown) =>
        zip.abandon(error instanceof Error ? error : new Error(String(error))),
      )
      await pipeline(zip.bytes, createWriteStream(part))
      await packed
    })
    const copy = { kind: 'packet', subject: `production ${id}`, name: target.name, place: target.path } as const
    await context.write(copyRegister, { ...copy, ...written, at: context.startedAt })
    return { parts }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
})
