import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { packetDraft } from '../../../../shared/contract/packet.ts'
import { DRAFT, draftName, isDraftName } from '../../../../shared/text/marking.ts'
import { type JobContext, work } from '../../job/define.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { mkdir, rm } from '../../vault/cipher/fs-promises.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import type { GrantedFile } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { type OpenDraft, openDraft } from '../draft/draft-production.ts'
import { settle } from '../freeze/freeze.ts'
import { knownRequest } from '../known-request.ts'
import type { Built } from '../packet/build.ts'
import { buildInto } from '../packet/build-into.ts'

export default work(packetDraft, false, async (context, { request: id, to, ...asked }) => {
  const request = knownRequest(context.db, id)
  const target = named(writableFile(context, to))
  await expectWritable(target)
  const into = join(context.folder, 'staging', `${context.id}-draft`)
  await rm(into, { recursive: true, force: true })
  try {
    for (const part of ['objects', 'staging']) await mkdir(join(into, part), { recursive: true })
    const settled = await settle({ ...context, into, draft: true }, request, {
      ...asked,
      commitments: false,
      instalment: false,
    })
    const draft = openDraft(context.folder, settled, into)
    try {
      const { pages, undrawable, written } = await write(context, draft, target, into)
      const copy = { kind: 'draft', subject: `request ${id}`, name: target.name, place: target.path } as const
      await context.write(copyRegister, { ...copy, ...written, at: context.startedAt })
      const { production, document } = draft.packet
      const undecided = document.draft?.undecided ?? 0
      const digest = digestOf(written.digest)
      return { items: production.items, undecided, pages, undrawable, name: target.name, size: written.size, digest }
    } finally {
      draft.db.close()
    }
  } finally {
    await rm(into, { recursive: true, force: true })
  }
})

/** A draft that leaves the vault says so in its name, too. @throws MunimentError INPUT_INVALID */
function named(target: GrantedFile): GrantedFile {
  if (isDraftName(target.name)) return target
  throw new MunimentError(
    'INPUT_INVALID',
    `The name of a draft says that it is one. Nothing was written; name the file ${draftName(target.name)}, or otherwise with the word ${DRAFT}.`,
  )
}

/** Builds the draft straight into its file: the vault keeps none of it. */
async function write(context: JobContext, { packet, db }: OpenDraft, target: GrantedFile, into: string) {
  const { items } = packet.production
  const options = {
    ...{ db, folder: context.folder, aside: join(into, 'building'), signal: context.signal },
    progress: (done: number) => context.progress({ stage: 'building', done, total: items, unit: 'records' }),
  }
  let made: Built | null = null
  const written = await writeOutside(target.path, async (aside) => {
    const store = (bytes: AsyncIterable<Uint8Array>) => pipeline(bytes, createWriteStream(aside))
    made = (await buildInto(packet, options, store)).built
  })
  return { ...told(made), written }
}

/** What was built, where writing it came to an end. */
function told(built: Built | null): Pick<Built, 'pages' | 'undrawable'> {
  return { pages: built?.pages ?? 0, undrawable: built?.undrawable ?? 0 }
}
