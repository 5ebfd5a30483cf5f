import { MunimentError } from '../../../../shared/contract/error.ts'
import { reviewCopyMake } from '../../../../shared/contract/review-copy.ts'
import type { PersonId } from '../../../../shared/domain/id.ts'
import { passphraseFrom } from '../../../../shared/text/passphrase.ts'
import { type JobContext, work } from '../../job/define.ts'
import { open } from '../../vault/cipher/fs-promises.ts'
import { digestBytes, digestOf } from '../../vault/hex.ts'
import { agePair } from '../../vault/key/age.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { listPeople } from '../../vault/repository/account/people.ts'
import reviewCopyKeep from '../batches/review-copy.keep.ts'
import { knownRequest } from '../known-request.ts'
import { copyContent } from '../review-copy/content.ts'
import { writeCopy } from '../review-copy/make.ts'

export default work(reviewCopyMake, false, async (context, { request: id, person, recipient, to }) => {
  const { db, startedAt, actor } = context
  const request = knownRequest(db, id)
  const reader = readerOf(context, person)
  const target = writableFile(context, to)
  await expectWritable(target)
  const { secret, recipient: replyTo } = await agePair()
  const draft = await copyContent(context, request, reader, replyTo)
  if (draft.records.length === 0)
    throw new MunimentError(
      'INPUT_INVALID',
      'Nothing answers this request yet, so there is nothing to copy. No file was written.',
    )
  const passphrase = recipient === null ? passphraseFrom(drawing(context)) : null
  const opener = recipient === null ? { passphrase: passphrase ?? '' } : { recipient }
  let filesLeftOut = 0
  const written = await writeOutside(target.path, async (aside) => {
    filesLeftOut = await writeCopy(context, draft, opener, async (bytes) => {
      const file = await open(aside, 'w', 0o600)
      try {
        for await (const chunk of bytes) await file.writeFile(chunk)
      } finally {
        await file.close()
      }
    })
  })
  const copy = await context.write(reviewCopyKeep, {
    ...{ request: id, person, name: target.name, place: target.path, ...written, passphrase, replyKey: secret },
    ...{ decisions: digestBytes(draft.content.decisions), at: startedAt, by: actor.person },
  })
  return { copy, digest: digestOf(written.digest), records: draft.records.length, filesLeftOut }
})

/** Random bytes of this job, one stretch after another. */
function drawing({ random }: JobContext): (bytes: number) => Uint8Array {
  let drawn = 0
  return (bytes) => {
    const from = drawn
    drawn += bytes
    return random('passphrase', from, bytes)
  }
}

/** @throws MunimentError PERSON_UNKNOWN */
function readerOf({ db }: JobContext, id: PersonId) {
  const reader = listPeople(db).find((one) => one.id === id)
  if (reader !== undefined) return reader
  throw new MunimentError(
    'PERSON_UNKNOWN',
    `There is no person ${id} in this vault. No copy was made; add the attorney under Settings first.`,
  )
}
