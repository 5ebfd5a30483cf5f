// What a packet says by itself, whatever its records say: a word that is redacted in a record may be one of its own.
import { AccessionId, AccountId, Digest, RecordId } from '../../../../shared/domain/id.ts'
import { RecordKind } from '../../../../shared/domain/record/record.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { FIELDS } from '../../../../shared/packet/commitments.ts'
import { amountOfKind, kindWord } from '../../../../shared/text/names.ts'
import { heardDocument } from '../../typeset/heard.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { COMMITMENT_WORDS } from '../packet/commitments-file.ts'
import { counting } from '../packet/counting.ts'
import { csvHeader } from '../packet/csv.ts'
import { htmlPages } from '../packet/html-pages.ts'
import { recordHtml } from '../packet/html-record.ts'
import { releasedFields } from '../packet/native-released.ts'
import type { Packet } from '../packet/packet.ts'
import { footerOf } from '../packet/pdf.ts'
import { writeCover } from '../packet/pdf-cover.ts'
import { recordsIn } from '../packet/pdf-records.ts'
import { readme } from '../packet/readme.ts'
import type { Released, ReleasedVersion } from '../packet/released.ts'
import { recordsSheet } from '../packet/sheet.ts'
import { logCsv, writeLog } from '../packet/withholding-files.ts'
import { logRows } from '../packet/withholding-log.ts'
import { textsOfHtml, textsOfSheet } from './read-back.ts'

const OWN_WORDS =
  'January February March April May June July August September October November December in full in part place places not reviewed Released whole'

/** The names of what is committed to, and the words of the commitments. */
const NO_FIELDS = Object.fromEntries(FIELDS.map((field) => [field, null]))

/** Every text of the packet's own: its cover, its front page, its readme, its heads of columns, the words around a record. */
export async function frameOf(db: Driver, packet: Packet): Promise<string> {
  const texts = [OWN_WORDS, COMMITMENT_WORDS.join('\n'), csvHeader(packet.marking), readme(packet, true)]
  const rows = logRows(blank(packet, 'live'), packet.zone, { first: '', last: '' })
  for (const kind of RecordKind.options) texts.push(kindWord(kind), amountOfKind(1, kind), amountOfKind(2, kind))
  for (const page of htmlPages(packet).finish({
    undrawable: 1,
    counts: counting(packet.document.review).counts(),
    log: [],
  }))
    texts.push(...textsOfHtml(page.text).map(({ text }) => text))
  const { review, vault, request, letter } = packet.document
  const doc = heardDocument((text) => void texts.push(text))
  if (review !== null) {
    texts.push(logCsv(rows, review, packet.marking), `withholding log of request ${request.id}`)
    await writeLog(doc, packet.document, review, rows)
  }
  if (letter !== null) texts.push('Sincerely,')
  // A workbook says words of its format, whatever stands in it.
  const sheet = await recordsSheet(packet)?.bytes()
  if (sheet !== undefined) texts.push(...(await textsOfSheet(sheet)).map(({ text }) => text))
  texts.push(footerOf(packet), `${vault.city}: public records request ${request.id}`, 'Muniment')
  await writeCover(doc, packet)
  const record = recordsIn(doc, db, packet, async () => null, { before: 0, after: null })
  for (const state of ['live', 'deleted', 'draft'] as const) {
    const released = blank(packet, state)
    texts.push(...textsOfHtml(recordHtml(released, packet.zone, '', '').text).map(({ text }) => text))
    texts.push(releasedFields(released, NO_FIELDS).toString('utf8'))
    await record(released)
  }
  return texts.join('\n')
}

/** A record that says nothing, so that only the words around it are written. */
function blank({ document, production }: Packet, state: 'live' | 'deleted' | 'draft'): Released {
  const [account] = document.accounts
  const version = (number: number): ReleasedVersion => ({
    version: {
      number,
      digest: Digest.parse('0'.repeat(64)),
      text: '',
      // One of everything that is told with a label of its own.
      details: {
        audience: '-',
        place: '-',
        replyToHandle: '-',
        recipients: ['-'],
        reactions: [{ reactionKey: '-', senderId: '-' }],
        edits: { ids: ['-'] },
      },
      links: [{ shown: '', target: '' }],
      media: [],
      observations: [
        {
          accession: AccessionId.parse(document.exports[0]?.accession ?? 1),
          receivedAt: production.frozenAt,
          packageName: '',
          member: '',
          pointer: '',
          start: 0,
          length: 1,
          digest: null,
          leaf: null,
          parser: '',
        },
      ],
    },
    media: [
      {
        item: { role: 'photo', name: '', digest: null, mime: null, size: null, alt: null, missing: '' },
        file: null,
      },
    ],
  })
  return {
    item: { position: 0, record: 0, number: 1, label: '', salt: new Uint8Array(16), decision: null },
    label: '',
    account: account ?? { id: AccountId.parse(1), platform: '', handle: '', name: '', department: '', ownIds: [] },
    record: {
      id: RecordId.parse(0),
      account: account?.id ?? AccountId.parse(1),
      platform: '',
      kind: 'post',
      nativeId: '',
      at: Instant.parse(production.frozenAt),
      atSource: null,
      precision: 'second',
      sourceZone: null,
      // A number, which is told as an account.
      author: '0',
      conversation: null,
      parentNativeId: '-',
      state,
      deletedAt: state === 'deleted' ? production.frozenAt : null,
      series: null,
      versions: [version(1).version],
      measures: [],
    },
    newest: version(2),
    earlier: [version(1)],
    measures: [{ name: '', value: 1, seenAt: production.frozenAt }],
    parent: null,
    native: '',
    replaces: null,
    decision: {
      outcome: 'redact',
      redactions: [],
      files: [],
      log: [{ key: 1, describes: '', places: 2 }],
      by: null,
      at: production.frozenAt,
    },
  }
}
