// The first pages of records.pdf: what was asked, what was searched and what was not, what is in the packet, how to check it.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import { amountOfKind, platformName } from '../../../../shared/text/names.ts'
import type { Writing } from '../../typeset/heard.ts'
import type { PacketDocument } from '../document.ts'
import { cityTime } from './local-time.ts'
import { type Packet, productionInWords } from './packet.ts'
import { deltaInWords, NO_CLAIM, NOTHING_FOUND, reviewInWords } from './statements.ts'
import { size } from './words.ts'

/** Writes the cover and the statement of the search. */
export async function writeCover(doc: Writing, packet: Packet): Promise<void> {
  const { document, production, zone } = packet
  const { request } = document
  await doc.paragraph([{ text: document.vault.city.toUpperCase(), bold: true, colour: 'muted' }], {
    size: 10,
    spaceAfter: 4,
  })
  await doc.heading(1, `Public records request ${request.id}`)
  await doc.paragraph([{ text: headline(packet), colour: 'muted' }], { size: 12, spaceAfter: 16 })
  await doc.facts([
    ['What was asked', request.text],
    ['Received', readableDay(request.receivedOn)],
    ['Accounts', accountsInWords(document)],
    ['Period', periodInWords(request.from, request.to)],
    ['Records as of', cityTime(production.frozenAt, zone)],
    ['Prepared by', preparedBy(document)],
  ])
  await doc.banner(document.review === null ? 'warning' : 'note', reviewInWords(document))
  await doc.banner('note', production.items === 0 ? `${NOTHING_FOUND} ${NO_CLAIM}` : NO_CLAIM)
  const delta = deltaInWords(document)
  if (delta !== null) await doc.banner('note', delta)
  await doc.heading(2, 'What is in this packet')
  await doc.facts(contents(packet))
  await doc.heading(2, 'What was searched')
  await doc.paragraph(production.searched)
  await doc.facts([
    ['As a query', document.query === '' ? 'none: every record' : [{ text: document.query, mono: true }]],
  ])
  await writeExports(doc, document)
  await doc.heading(2, 'What was not searched')
  await doc.list(document.notSearched)
  if (document.notSearched.length === 0) await doc.paragraph('Nothing is known that was left out of the search.')
  if (document.neverExported.length > 0) {
    await doc.heading(3, 'What the platforms never put into an export')
    await doc.list(document.neverExported)
  }
  await writeChecking(doc, packet)
}

function headline({ production }: Packet): string {
  const { items, firstNumber, lastNumber } = production
  if (items === 0 || firstNumber === null || lastNumber === null) return 'No record was found'
  return items === 1 ? `1 record, ${firstNumber}` : `${amount(items, 'record')}, ${firstNumber} to ${lastNumber}`
}

function contents({ document, production }: Packet): (readonly [string, string])[] {
  const { byKind, media } = document.counts
  const kinds = Object.keys(byKind).sort((a, b) => (byKind[b] ?? 0) - (byKind[a] ?? 0) || (a < b ? -1 : 1))
  const withheld = document.review?.withheld ?? 0
  // What is withheld is counted under no kind.
  const parts = [
    ...kinds.map((kind) => amountOfKind(byKind[kind] ?? 0, kind)),
    ...(withheld > 0 ? [`${grouped(withheld)} withheld in full`] : []),
  ]
  return [
    ['Records', grouped(production.items)],
    ...(parts.length > 0 ? [['Of these', parts.join(', ')] as const] : []),
    ['Media', media === 0 ? 'none' : amount(media, 'photo, video or other file', 'photos, videos and other files')],
  ]
}

async function writeExports(doc: Writing, document: PacketDocument): Promise<void> {
  if (document.exports.length === 0) return doc.paragraph('No export of any of these accounts has been imported.')
  const handles = new Map(document.accounts.map((account) => [account.id, account]))
  const { zone } = document.vault
  await doc.table({
    caption: 'Exports that were searched',
    columns: [
      { header: 'Export', width: 8 },
      { header: 'Account', width: 17 },
      { header: 'Made by the platform', width: 20 },
      { header: 'Received', width: 20 },
      { header: 'Files as received', width: 35 },
    ],
    rows: document.exports.map((one, place) => {
      const account = handles.get(one.account)
      return [
        String(place + 1),
        account ? `@${account.handle}\n${platformName(account.platform)}` : '',
        one.generatedAt === null ? 'not stated' : cityTime(one.generatedAt, zone),
        cityTime(one.receivedAt, zone),
        one.packages.map(({ name, size: bytes }) => `${name} (${size(bytes)})`).join('\n'),
      ]
    }),
  })
}

async function writeChecking(doc: Writing, packet: Packet): Promise<void> {
  const { document, ledgerHead } = packet
  await doc.heading(2, 'How to check this packet')
  await doc.paragraph(
    'README.txt says how to check every file against manifest-sha256.txt. Each record ends with the file it was read from, the place in that file and its SHA-256; the folder “native” holds that source as received.',
  )
  await doc.facts([
    ['Production', `${productionInWords(packet).replace('production ', '')} of the vault ${document.vault.id}`],
    ['Head of the ledger', [{ text: ledgerHead, mono: true }]],
    ['Made with', `Muniment ${document.muniment}`],
  ])
}

function accountsInWords({ accounts, request }: PacketDocument): string {
  if (request.accounts.length === 0) return 'every account in the register'
  const asked = accounts.filter(({ id }) => request.accounts.includes(id))
  return asked
    .map(({ handle, platform, name }) => `@${handle} on ${platformName(platform)}${name === '' ? '' : ` (${name})`}`)
    .join('\n')
}

function periodInWords(from: LocalDate | null, to: LocalDate | null): string {
  if (from === null) return to === null ? 'any time' : `until ${readableDay(to)}`
  return to === null ? `from ${readableDay(from)}` : `${readableDay(from)} to ${readableDay(to)}`
}

function preparedBy({ preparedBy: person }: PacketDocument): string {
  if (person === null) return 'nobody was named'
  return person.title === '' ? person.name : `${person.name}, ${person.title}`
}
