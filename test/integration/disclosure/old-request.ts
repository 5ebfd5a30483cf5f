// A request of 2016 with everything that a clerk enters on one: what is written in it is looked for once it is destroyed.
import letterDraft from '../../../electron/core/disclosure/commands/letter.draft.ts'
import requestClose from '../../../electron/core/disclosure/commands/request.close.ts'
import requestMessage from '../../../electron/core/disclosure/commands/request.message.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import attachmentPaste from '../../../electron/core/vault/commands/attachment.paste.ts'
import noteWrite from '../../../electron/core/vault/commands/note.write.ts'
import { insertAct, insertEntry, insertStewardWording } from '../../../electron/core/vault/repository/office/steward.ts'
import { requestMessage as messageOperation } from '../../../shared/contract/request-life.ts'
import { emptyLetter } from '../../../shared/domain/request/letter.ts'
import { Instant, LocalDate } from '../../../shared/domain/time.ts'
import { clerk, type RetentionVault } from '../retention/support.ts'

/** A paper to paste. */
export const paper = (words: string) => ({
  name: 'paper.pdf',
  bytes: Buffer.from(`%PDF-1.7 ${words}`).toString('base64'),
})

/** Written into it, or into other files of the office, and looked for afterwards by another program. */
export const WRITTEN = [
  'Quagga-Ortiz',
  'quaggas of Fruitvale',
  'Zorilla',
  'Numbat',
  'Okapi',
  'Axolotl',
  'Kakapo',
  'Tarsier',
]

/** Opens it in January, closes it in May. */
export function requestOf2016(vault: RetentionVault, id = '16-1'): void {
  vault.command(requestOpen, {
    ...{ id, receivedOn: '2016-01-04', channel: 'email', requester: 'Jane Quagga-Ortiz', immediateDisclosure: false },
    ...{ text: 'All posts on the quaggas of Fruitvale, please', accounts: [1], from: null, to: null, search: 'storm' },
  })
  const message = { direction: 'in', channel: 'email', about: 'general', on: '2016-01-04', time: null }
  const { number } = messageOperation.output.parse(
    vault.command(requestMessage, {
      id,
      message: { ...message, party: 'Zorilla Marchetti', text: 'Are the Numbat posts in it?' },
    }),
  )
  const enclosed = paper('what came with it, on the Tarsier, which is long enough')
  vault.command(attachmentPaste, { subject: { kind: 'message', id: String(number) }, document: enclosed })
  vault.command(letterDraft, {
    request: id,
    id: null,
    draft: { ...emptyLetter('determination', 'Jane Quagga-Ortiz'), reasons: 'Okapi reasons' },
  })
  const subject = { kind: 'request', id }
  vault.command(noteWrite, { subject, note: null, text: 'She called about the Axolotl, too' })
  vault.command(attachmentPaste, { subject, document: paper('a scan of the Kakapo letter, which is long enough') })
  vault.setClock('2016-05-02T18:00:00Z')
  vault.command(requestClose, { id, how: 'elsewhere', on: '2016-05-02', reason: 'Answered by letter' })
}

/** An entry of the removal log on the record of native id `storm`, opened and closed early in 2016. */
export function closedRemovalEntry(vault: RetentionVault, words: string): void {
  const at = Instant.parse(Date.parse('2016-02-01T18:00:00Z'))
  const entry = insertEntry(
    vault.db,
    { kind: 'removal', account: vault.accounts[0], record: vault.idOf('storm') },
    at,
    clerk,
  )
  insertStewardWording(vault.db, entry, { reason: words }, at, clerk)
  const act = { on: LocalDate.parse('2016-03-01'), by: 'Dana Whitfield', words }
  insertAct(vault.db, entry, { act: 'closed', ...act }, at, clerk)
}
