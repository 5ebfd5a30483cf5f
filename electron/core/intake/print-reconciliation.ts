// The reconciliation of an import as a document: every file of the export, what became of its items, and what nobody explained.
import type { Writable } from 'node:stream'
import type { Account } from '../../../shared/domain/account/account.ts'
import { broughtFacts } from '../../../shared/domain/classify/brought.ts'
import type { Accession } from '../../../shared/domain/intake/accession.ts'
import { producedFacts } from '../../../shared/domain/intake/produced.ts'
import { claimsCounts, type Reconciliation } from '../../../shared/domain/intake/reconciliation.ts'
import { Instant, readableInstant } from '../../../shared/domain/time.ts'
import { amount, grouped } from '../../../shared/text/amount.ts'
import { kindWord, platformName } from '../../../shared/text/names.ts'
import { createDocument, type Doc } from '../typeset/document.ts'
import { drawLines, drawOtherFiles, drawPassedOver, drawRemarks } from './print-reconciliation-lines.ts'

/** What the document is made of. `receivedBy`: a person's name, null where nobody was named. */
export interface ReconciliationPrint {
  readonly city: string
  readonly zone: string
  /** Whether it is that of a practice vault. */
  readonly practice: boolean
  readonly account: Account
  readonly accession: Accession
  readonly receivedBy: string | null
  readonly reconciliation: Reconciliation
  /** The only time in the file: when it was printed. */
  readonly printedAt: Instant
}

/** Writes the document and ends `out`. Returns its number of pages. */
export async function printReconciliation(out: Writable, print: ReconciliationPrint): Promise<number> {
  const { city, account, accession, reconciliation } = print
  const doc = createDocument(out, {
    title: `Reconciliation of accession ${accession.id}: ${platformName(account.platform)} account @${account.handle}`,
    lang: 'en-US',
    author: city,
    createdAt: new Date(print.printedAt),
    footer: `${city} · reconciliation of accession ${accession.id} · @${account.handle} on ${platformName(account.platform)}`,
    practice: print.practice,
  })
  await drawHead(doc, print)
  await drawProduced(doc, reconciliation)
  await drawLines(doc, reconciliation)
  await drawRemarks(doc, reconciliation)
  await drawPassedOver(doc, reconciliation)
  await drawMedia(doc, reconciliation)
  await drawFindings(doc, reconciliation)
  await drawComparison(doc, reconciliation, print.zone)
  await drawClassified(doc, reconciliation)
  await drawOtherFiles(doc, reconciliation)
  await drawNeverExported(doc, reconciliation)
  return (await doc.finish()).pages
}

const ALL_CLAIMED = 'Every item that the export claims, and every item that was read, is accounted for.'
const ALL_READ =
  'Every item that was read is accounted for. The export does not say how much it should hold, so nobody can tell from it alone whether it is whole.'

async function drawHead(doc: Doc, print: ReconciliationPrint): Promise<void> {
  const { city, zone, account, accession, receivedBy, reconciliation } = print
  const { totals, generatedAt, ownerHandle } = reconciliation
  await doc.heading(1, 'Reconciliation of an import')
  await doc.paragraph(`${city} · @${account.handle} on ${platformName(account.platform)} · accession ${accession.id}`, {
    size: 12,
    colour: 'muted',
    spaceAfter: 12,
  })
  if (totals.unexplained > 0) {
    await doc.banner(
      'warning',
      `${amount(totals.unexplained, 'item')} nobody can account for yet. The lines are marked ≠ and “unexplained” below.`,
    )
  } else {
    await doc.banner('note', claimsCounts(reconciliation) ? ALL_CLAIMED : ALL_READ)
  }
  await doc.facts([
    ['Received', `${readableInstant(accession.receivedAt, zone)}${receivedBy === null ? '' : `, by ${receivedBy}`}`],
    [
      'Made by the platform',
      generatedAt === null ? 'the export does not say when' : readableInstant(Instant.parse(generatedAt), zone),
    ],
    ['Owner in the export', ownerHandle === null ? 'not said' : `@${ownerHandle}`],
    [
      'Read as',
      `an export of ${platformName(reconciliation.platform)}, layout “${reconciliation.layout}”, by the parser “${reconciliation.parser}”`,
    ],
    ['Items', `${grouped(totals.claimed)} claimed, ${grouped(totals.read)} read`],
    ['New records', grouped(totals.stored)],
    ['New versions', grouped(totals.versions)],
    [
      'Root over all items',
      accession.root === null ? 'none: nothing was read' : [{ text: accession.root, mono: true }],
    ],
  ])
  await doc.table({
    caption: 'As received',
    columns: [
      { header: 'Package', width: 4 },
      { header: 'Bytes', width: 1.5, align: 'end' },
      { header: 'Files in it', width: 1.3, align: 'end' },
      { header: 'SHA-256', width: 5 },
    ],
    rows: accession.packages.map(({ name, size, members, digest }) => [
      name,
      grouped(size),
      grouped(members),
      [{ text: digest, mono: true }],
    ]),
  })
}

async function drawProduced(doc: Doc, { produced }: Reconciliation): Promise<void> {
  if (produced === undefined) return
  await doc.heading(2, 'Produced from a personal account')
  await doc.paragraph(
    'The account is a person’s own. Only the items that its holder produced were taken in (City of San Jose v. Superior Court (2017) 2 Cal.5th 608).',
  )
  await doc.facts(producedFacts(produced))
}

async function drawMedia(doc: Doc, { media }: Reconciliation): Promise<void> {
  await doc.heading(2, 'Photos, videos and files')
  if (media.missing > 0) {
    await doc.banner(
      'warning',
      `≠ ${amount(media.missing, 'file')} that posts name ${media.missing === 1 ? 'is' : 'are'} missing from the export. The posts are kept and say so.`,
    )
  }
  await doc.facts([
    ['Named by posts', grouped(media.named)],
    ['Found', `${grouped(media.found)} (${amount(media.bytes, 'byte')})`],
    [
      'Missing',
      media.missing === 0 ? '0' : [{ text: `≠ ${grouped(media.missing)} missing`, bold: true, colour: 'warning' }],
    ],
    ['Named by no post', grouped(media.unnamed)],
  ])
}

async function drawFindings(doc: Doc, { findings }: Reconciliation): Promise<void> {
  await doc.heading(2, 'Findings')
  if (findings.length === 0) {
    await doc.paragraph('None.')
    return
  }
  await doc.table({
    columns: [
      { header: 'File', width: 3 },
      { header: 'Item', width: 0.9, align: 'end' },
      { header: 'What was found', width: 6 },
      { header: 'Code', width: 2 },
    ],
    rows: findings.map(({ code, file, position, sentence }) => [
      file ?? '',
      position === null ? '' : grouped(position),
      sentence,
      code,
    ]),
  })
}

async function drawComparison(doc: Doc, { comparison }: Reconciliation, zone: string): Promise<void> {
  await doc.heading(2, 'Compared with the export before')
  if (comparison === null) {
    await doc.paragraph('This is the first export of this account in the vault.')
    return
  }
  const { against, added, changed, same, notSeen, notSeenSample } = comparison
  await doc.facts([
    ['Earlier export', withCityTime(against, zone)],
    ['New in this one', grouped(added)],
    ['Changed', grouped(changed)],
    ['Unchanged', grouped(same)],
    ['Not in it any more', grouped(notSeen)],
  ])
  if (notSeen === 0) return
  await doc.paragraph(
    'What an earlier export held and this one does not was removed from the platform, or the platform left it out. The vault keeps it.',
  )
  await doc.table({
    caption:
      notSeen > notSeenSample.length
        ? `In the earlier export, and not in this one: the first ${notSeenSample.length} of ${grouped(notSeen)}`
        : 'In the earlier export, and not in this one',
    columns: [
      { header: 'Record', width: 2.2 },
      { header: 'Kind', width: 1.3 },
      { header: 'Time', width: 3.2 },
      { header: 'Text', width: 5 },
    ],
    rows: notSeenSample.map(({ record, kind, at, text }) => [
      [{ text: String(record), mono: true }],
      kindWord(kind),
      at === null ? 'unknown' : readableInstant(Instant.parse(at), zone),
      text,
    ]),
  })
}

async function drawClassified(doc: Doc, { classified }: Reconciliation): Promise<void> {
  if (classified === undefined) return
  const { ruleSet, refused, findings } = classified
  await doc.heading(2, 'Retention series')
  if (refused !== null) await doc.banner('warning', `The rules were not applied. ${refused}`)
  await doc.paragraph(`By rule set ${ruleSet}, which was in force. Each record counts once.`)
  await doc.facts(broughtFacts(classified))
  if (findings.length === 0) return
  await doc.table({
    caption: 'Rules that disagree, and records that rules alone do not move',
    columns: [
      { header: 'Record', width: 2.2 },
      { header: 'What was found', width: 8 },
    ],
    rows: findings.map(({ record, sentence }) => [[{ text: String(record), mono: true }], sentence]),
  })
}

async function drawNeverExported(doc: Doc, { neverExported }: Reconciliation): Promise<void> {
  await doc.heading(2, 'What this platform never exports')
  await doc.paragraph('No import from an export can hold the following, however complete it is:')
  await doc.list(neverExported)
}

/** The comparison names its export by an instant in UTC. */
function withCityTime(text: string, zone: string): string {
  return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, (at) => readableInstant(Instant.parse(Date.parse(at)), zone))
}
