// The custodian's declaration (law.md §6.1, §6.2): facts are filled in, what only the declarant can know is a box to tick.
import type { Writable } from 'node:stream'
import type { LawEntry } from '../../../../shared/contract/law.ts'
import type { CertificateForm } from '../../../../shared/contract/packet-set.ts'
import type { Person } from '../../../../shared/domain/people/person.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { createDocument, type Doc } from '../../typeset/document.ts'
import { isSure } from '../letter/facts.ts'
import { cityTime } from '../packet/local-time.ts'
import type { Packet } from '../packet/packet.ts'
import { type PageSpan, spanInWords } from '../packet/pdf-number.ts'
import { NO_CLAIM } from '../packet/statements.ts'

export interface CertificateFacts {
  readonly packet: Packet
  readonly declarant: Person
  readonly forms: readonly CertificateForm[]
  readonly law: ReadonlyMap<string, LawEntry>
  readonly pages: PageSpan | null
  /** When the packet kept in the vault was read again and found unchanged. */
  readonly checkedAt: Instant
}

const SIZE = 10
/** A box to tick by hand: a square (U+25A1) that the packaged fonts draw, which they do not the ballot box. */
const BOX = '□'
const UNCONFIRMED =
  'Draft: the City’s attorney has not confirmed this wording. It is not to be signed until the attorney confirms it under Law.'
const DECLARED = 'certificate-2015-5'

/** Writes it and ends `out`; returns its pages, and whether the wording of all of it is confirmed. */
export async function writeCertificate(
  out: Writable,
  facts: CertificateFacts,
): Promise<{ readonly pages: number; readonly confirmed: boolean }> {
  const { packet, law, forms } = facts
  const { document, production, practice } = packet
  const wording = [...forms.map((form) => `certificate-${form}`), DECLARED].flatMap((id) => law.get(id) ?? [])
  const confirmed = wording.every(isSure)
  const doc = createDocument(out, {
    title: `${document.vault.city}: declaration of the custodian, request ${production.request}`,
    lang: 'en-US',
    author: document.vault.city,
    createdAt: new Date(facts.checkedAt),
    footer: `${document.vault.city} · request ${production.request} · production ${production.id} · declaration of the custodian`,
    practice,
  })
  await doc.heading(1, 'Declaration of the custodian of records')
  if (!confirmed) await doc.banner('warning', UNCONFIRMED)
  await doc.paragraph(`Public records request ${production.request} to the ${document.vault.city}`, { size: SIZE })
  await writeFacts(doc, facts)
  await writeStatements(doc, facts, wording)
  await writeSignature(doc, facts)
  return { pages: (await doc.finish()).pages, confirmed }
}

async function writeFacts(doc: Doc, { packet, pages, checkedAt }: CertificateFacts): Promise<void> {
  const { document, production, zone } = packet
  const { review } = document
  await doc.heading(2, 'The copies')
  await doc.facts([
    [
      'Copies',
      `${amount(production.items, 'record')}${production.firstNumber === null ? '' : `, ${production.firstNumber} to ${production.lastNumber ?? ''}`}`,
    ],
    ['Pages', pages === null ? 'as numbered in the file' : spanInWords(pages)],
    [
      'Left out',
      review === null || review.redacted + review.withheld === 0
        ? 'nothing'
        : `${amount(review.redacted, 'record')} redacted and ${review.withheld} withheld, each place marked and listed in the withholding log (Evid. Code 1402)`,
    ],
    ['File', production.packetName ?? ''],
    ['SHA-256', [{ text: production.packetDigest ?? '', mono: true }]],
    ['Read again', `on ${cityTime(checkedAt, zone)}: the file kept in the vault has this SHA-256`],
    ['Records as of', cityTime(production.frozenAt, zone)],
    [
      'System',
      `Muniment ${document.muniment}, vault ${document.vault.id}: keeps exports of the City’s accounts as received, with the SHA-256 of each file`,
    ],
  ])
  await doc.heading(2, 'What the copies were made from')
  await doc.table({
    caption: 'Exports received, with their digests',
    columns: [
      { header: 'Received', width: 22 },
      { header: 'File', width: 28 },
      { header: 'SHA-256', width: 50 },
    ],
    rows: document.exports.flatMap(({ receivedAt, packages }) =>
      packages.map(({ name, digest }) => [cityTime(receivedAt, zone), name, [{ text: digest, mono: true }]]),
    ),
  })
  await doc.heading(2, 'What it does not show')
  await doc.list([
    NO_CLAIM,
    'Who wrote what another person’s account says is not shown by this declaration.',
    ...document.notSearched,
  ])
}

async function writeStatements(
  doc: Doc,
  { declarant, packet: { document } }: CertificateFacts,
  wording: readonly LawEntry[],
): Promise<void> {
  await doc.heading(2, 'What I declare')
  await doc.paragraph('I tick what I know of my own knowledge. What is not ticked, I do not declare.', { size: SIZE })
  const custody = `I am ${declarant.name}, ${declarant.title}, of the ${document.vault.city}, a public employee or the deputy of one, and have legal custody of these records.`
  const own = [
    custody,
    'I know how the City receives the exports of its accounts and keeps them in this system in the regular course of its business.',
    'I compared the copies, or had them compared under my direction, with what the vault holds.',
  ]
  const declared = wording.map(({ text, citation }) => `${text} (${citation})`)
  for (const statement of [...own, ...declared])
    await doc.paragraph(`${BOX}  ${statement}`, { size: SIZE, spaceAfter: 8 })
}

async function writeSignature(doc: Doc, { declarant }: CertificateFacts): Promise<void> {
  await doc.facts([
    ['Date', '\n'],
    ['Place', '\n'],
    ['Signature', '\n\n'],
    ['Name and title', declarant.title === '' ? declarant.name : `${declarant.name}, ${declarant.title}`],
  ])
}
