// Owns reading mails that show an item.
import { isMail, readMail } from '../../../mail/read-mail.ts'
import { type Member, MemberError } from '../../archive/archive.ts'
import { blockText, parseFragment } from '../../kit/markup.ts'
import type { ExportTree } from '../../platform.ts'

/** What a mail says. `date` as it is written there. */
export interface Mail {
  readonly subject: string
  readonly from: string
  readonly date: string
  readonly text: string
}

const MOST = 32 * 2 ** 20

/** The mails among an entry's files, by their name in the package; one that cannot be read is only a file. */
export async function readMails(tree: ExportTree, signal: AbortSignal): Promise<ReadonlyMap<string, Mail>> {
  const mails = new Map<string, Mail>()
  for (const member of tree.set.members) {
    const name = tree.nameOf(member)
    if (!isMail(name) || member.finding !== null || member.size > MOST) continue
    const bytes = await whole(tree, member, signal)
    if (bytes === null) continue
    const mail = await readMail(name, bytes)
    if (mail !== null) mails.set(name, { ...mail, text: mail.text || blockText(parseFragment(mail.html)).trimEnd() })
  }
  return mails
}

/** Null where the file is damaged: it is then only a file, as it is. */
async function whole(tree: ExportTree, member: Member, signal: AbortSignal): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of tree.set.read(member, signal)) chunks.push(chunk)
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
    return null
  }
  return Buffer.concat(chunks)
}
