// Reading a complete import again with this version's parser: readings change, versions never (design §4). A killed one is taken up where it was.
import { join } from 'node:path'
import { intakeReparse } from '../../../../shared/contract/correction.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { type JobContext, work } from '../../job/define.ts'
import { mkdir, rm } from '../../vault/cipher/fs-promises.ts'
import { sealedPackages } from '../../vault/packages/sealed.ts'
import { mappingOfAccession } from '../../vault/repository/intake/mapping.ts'
import { memberPlaces, readBy } from '../../vault/repository/intake/reading.ts'
import { memberDigests } from '../../vault/repository/object.ts'
import begin from '../batches/intake.begin-reading.ts'
import end from '../batches/intake.read-again.ts'
import { readFurtherMedia } from '../media.ts'
import { mediaBook } from '../media-book.ts'
import type { NumberedExport } from '../numbered-export.ts'
import type { ExportTree } from '../platform.ts'
import { choosePlatform } from '../platforms.ts'
import { readAgain } from '../read-again.ts'
import { ReadingPlace } from '../reading-place.ts'
import { openTree } from '../tree.ts'

export default work(intakeReparse, true, async (context, { accession, reason }) => {
  const known = readBy(context.db, accession)
  if (known?.state !== 'complete') {
    throw new MunimentError('CORRECTION_REFUSED', `There is no complete import ${accession}. Nothing was changed.`)
  }
  const staging = join(context.folder, 'staging', context.id)
  await mkdir(staging, { recursive: true })
  const tree = await openTree(sealedPackages(context.db, context.folder, accession), context.signal)
  try {
    const mapping = mappingOfAccession(context.db, accession)
    const platform = await choosePlatform(tree, { platform: known.platform, mapping }, context.signal)
    const plan = await platform.plan(tree, context.signal)
    const { parser } = platform
    const input = { job: context.id, accession, parser, before: known.parser, reason }
    const from = takenUp(context, parser) ?? (await context.write(begin, input))
    const opened: NumberedExport = { plan, tree, members: numbered(context, tree, accession) }
    await readFurtherMedia(context, platform, opened, memberDigests(context.db, accession))
    const media = mediaBook(opened, memberDigests(context.db, accession), { named: 0, missing: 0 })
    const reader = await platform.open(tree, plan, staging, context.signal)
    try {
      const place = await readAgain(context, opened, { reader, media, from })
      const { reading, read, same, changed, elsewhere, fixed, unreadable } = place
      // Other words may be other rules'.
      const classified = await context.classifyBrought(context, { accessions: [accession], checkpoint: place })
      await context.write(end, { accession, reading, parser, texts: platform.texts, changed })
      return { read, same, changed, elsewhere, fixed, unreadable, parser, before: known.parser, classified }
    } finally {
      await reader.close()
    }
  } finally {
    await tree.set.close()
    await rm(staging, { recursive: true, force: true })
  }
})

/** Where an interrupted reading stands; one by another parser is begun anew. */
function takenUp(context: JobContext, parser: string): ReadingPlace | null {
  if (context.checkpoint === null) return null
  const place = ReadingPlace.parse(context.checkpoint)
  return place.parser === parser ? place : null
}

/** The files of the import that are still there. */
function numbered(context: JobContext, tree: ExportTree, accession: number): NumberedExport['members'] {
  const places = memberPlaces(context.db, accession)
  return tree.set.members.flatMap((member) => {
    const number = places.get(`${member.part} ${member.index}`)
    return number === undefined ? [] : [{ member, number }]
  })
}
