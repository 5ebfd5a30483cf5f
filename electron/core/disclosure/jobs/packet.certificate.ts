import { MunimentError } from '../../../../shared/contract/error.ts'
import { packetCertificate } from '../../../../shared/contract/packet-set.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { listPeople } from '../../vault/repository/account/people.ts'
import { pagesOf } from '../../vault/repository/packet/packet-set.ts'
import { writeCertificate } from '../certificate/certificate-pdf.ts'
import { confirmedBook } from '../confirmed-law.ts'
import { findObject } from '../object-bytes.ts'
import { pageNumber } from '../packet/pdf-number.ts'
import { standingProduction } from '../standing-production.ts'

export default work(packetCertificate, false, async (context, { production: id, declarant: by, forms, to }) => {
  const { db, folder, startedAt, signal } = context
  const target = writableFile(context, to)
  const packet = standingProduction(db, id)
  const declarant = listPeople(db).find((person) => person.id === by)
  if (declarant === undefined)
    throw new MunimentError('PERSON_UNKNOWN', `Nobody is registered as ${by}. Nothing was written.`)
  await expectWritable(target)
  const { packetDigest } = packet.production
  const kept = packetDigest === null ? null : findObject(db, folder, packetDigest)
  if (kept === null)
    throw new MunimentError(
      'VAULT_DAMAGED',
      `The packet of production ${id} is no longer in the vault. Nothing was written; restore it from a backup.`,
    )
  // Reading it to its end throws where it is not what it was.
  for await (const _ of kept.bytes()) signal.throwIfAborted()
  const pages = pagesOf(db, id)
  const facts = {
    ...{ packet, declarant, forms, checkedAt: startedAt },
    law: new Map(confirmedBook(db, readVaultFile(folder).city).map((entry) => [entry.id, entry])),
    pages: pages === null ? null : { first: pageNumber(packet, 1), last: pageNumber(packet, pages) },
  }
  let made = { pages: 0, confirmed: false }
  const written = await writeOutside(target.path, async (aside) => {
    made = await writeCertificate(createWriteStream(aside), facts)
  })
  const copy = { kind: 'packet', subject: `production ${id}`, name: target.name, place: target.path } as const
  await context.write(copyRegister, { ...copy, ...written, at: startedAt })
  return made
})
