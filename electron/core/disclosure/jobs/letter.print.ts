import { letterPrint } from '../../../../shared/contract/letter.ts'
import { keyWords } from '../../../../shared/domain/request/letter.ts'
import { work } from '../../job/define.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { digestOf } from '../../vault/hex.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { knownLetter } from '../letter/known-letter.ts'
import { writeLetterPdf } from '../letter/letter-pdf.ts'
import { noticeOn, shownLetter } from '../letter/shown.ts'

export default work(letterPrint, false, async (context, { id, to }) => {
  const { db, folder, startedAt } = context
  const filed = knownLetter(db, id)
  const target = writableFile(context, to)
  await expectWritable(target)
  const { words, translations } = shownLetter(db, folder, filed, context.actor.person)
  const { signedAt } = filed.letter
  const notice = noticeOn(filed.letter)
  // A signed letter has no other time in it than that of its signature: printed again, it is the same file.
  const createdAt = new Date(signedAt ?? startedAt)
  let pages = 0
  const written = await writeOutside(target.path, async (aside) => {
    pages = await writeLetterPdf(createWriteStream(aside), words, translations, {
      ...{ createdAt, notice, proof: keyWords(filed.letter), practice: isPractice(db) },
    })
  })
  const copy = { kind: 'letter', subject: `letter ${id}`, name: target.name, place: target.path } as const
  await context.write(copyRegister, { ...copy, ...written, at: startedAt })
  return { pages, digest: digestOf(written.digest) }
})
