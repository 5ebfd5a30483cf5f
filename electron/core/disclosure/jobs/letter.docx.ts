import { letterDocx } from '../../../../shared/contract/letter.ts'
import { keyWords } from '../../../../shared/domain/request/letter.ts'
import { work } from '../../job/define.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { digestOf } from '../../vault/hex.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { knownLetter } from '../letter/known-letter.ts'
import { letterDocx as docxOf } from '../letter/letter-docx.ts'
import { noticeOn, shownLetter } from '../letter/shown.ts'

export default work(letterDocx, false, async (context, { id, to }) => {
  const { db, folder, startedAt } = context
  const filed = knownLetter(db, id)
  const target = writableFile(context, to)
  await expectWritable(target)
  const { words, translations } = shownLetter(db, folder, filed, context.actor.person)
  const facts = {
    // A signed letter has no other time in it than that of its signature: written again, it is the same file.
    createdAt: new Date(filed.letter.signedAt ?? startedAt),
    notice: noticeOn(filed.letter),
    proof: keyWords(filed.letter),
    practice: isPractice(db),
  }
  const bytes = await docxOf(words, translations, facts)
  const written = await writeOutside(target.path, (aside) => writeFile(aside, bytes))
  const copy = { kind: 'letter', subject: `letter ${id}`, name: target.name, place: target.path } as const
  await context.write(copyRegister, { ...copy, ...written, at: startedAt })
  return { size: written.size, digest: digestOf(written.digest) }
})
