// The review copy on paper: what was asked, the grounds, and each record with what would be taken out of it, which can still be read.
import type { Writable } from 'node:stream'
import type { AppliedGround } from '../../../../shared/domain/review/review.ts'
import type { CopyContent, CopyPiece, CopyRecord } from '../../../../shared/domain/review/review-copy.ts'
import { groundsInWords } from '../../../../shared/domain/review/see-through.ts'
import { kindWord } from '../../../../shared/text/names.ts'
import { createDocument, type Doc } from '../../typeset/document.ts'
import type { Span } from '../../typeset/setting.ts'
import { cityTime } from '../packet/local-time.ts'

/** A picture of a record, and how it is named. */
export interface CopyPicture {
  readonly bytes: Uint8Array
  readonly name: string
}

const OUTCOMES = {
  release: 'Release',
  redact: 'Release in part',
  withhold: 'Withhold',
  'not-responsive': 'Does not answer the request',
} as const

/**
 * Writes the document and ends `out`; resolves to its pages.
 * @param pictures those of a record, as they are shown
 */
export async function writeCopyPdf(
  out: Writable,
  content: CopyContent,
  pictures: (record: CopyRecord) => Promise<readonly CopyPicture[]>,
  practice: boolean,
): Promise<number> {
  const { city, request, madeFor, madeBy, madeAt, zone, decisions } = content
  const doc = createDocument(out, {
    title: `Privileged: review copy of request ${request}`,
    lang: 'en-US',
    author: city,
    createdAt: new Date(madeAt),
    footer: `PRIVILEGED · ${city} · review copy of request ${request} for ${madeFor.name}`,
    practice,
  })
  await doc.heading(1, `Review copy of request ${request}`)
  await doc.banner('warning', content.privileged)
  await doc.facts([
    ['For', `${madeFor.name}, ${madeFor.title}`],
    ['Made', `${cityTime(madeAt, zone)}${madeBy === null ? '' : `, by ${madeBy.name}, ${madeBy.title}`}`],
    ['Asked for', content.asked],
    ['Records', String(content.records.length)],
    ['Decisions', [{ text: decisions, mono: true }]],
  ])
  await doc.paragraph(
    'Nothing is left out of this copy. What the packet would not show stands in double brackets with the number of its ground. A reply made with Muniment is bound to this copy, and comes back encrypted.',
  )
  await writeGrounds(doc, content)
  await doc.heading(2, 'Records')
  for (const record of content.records) await writeCopyRecord(doc, record, await pictures(record))
  return (await doc.finish()).pages
}

async function writeGrounds(doc: Doc, { grounds }: CopyContent): Promise<void> {
  await doc.heading(2, 'Grounds')
  if (grounds.length === 0) return doc.paragraph('Nothing is kept back.')
  await doc.facts(
    grounds.map(({ key, citation, covers, confirmed, ordinanceOpen, ground }): readonly [string, readonly Span[]] => [
      `Ground ${key}`,
      [
        { text: `${citation}. `, bold: true },
        { text: covers },
        ...(ground.law === '' ? [] : [{ text: `\nThe other law: ${ground.law}` }]),
        ...(ground.harm === '' ? [] : [{ text: `\nHarm, in practical terms: ${ground.harm}` }]),
        ...ordinanceSpans(ground, ordinanceOpen),
        ...(confirmed
          ? []
          : [
              {
                text: '\nNot confirmed: nobody has checked it against the code yet.',
                bold: true,
                colour: 'warning',
              } as const,
            ]),
      ],
    ]),
  )
}

function ordinanceSpans({ ordinance }: AppliedGround, open: boolean): Span[] {
  if (ordinance !== undefined)
    return [{ text: `\nOMC 2.20.220 does not require its release, as ${ordinance.by} answered: ${ordinance.why}` }]
  if (!open) return []
  const asked = 'Not answered: does OMC 2.20.220 require its release all the same? Say so in the reply.'
  return [{ text: `\n${asked}`, bold: true, colour: 'warning' }]
}

async function writeCopyRecord(doc: Doc, record: CopyRecord, pictures: readonly CopyPicture[]): Promise<void> {
  const { number, kind, author, account, when, outcome, keeps, reason, decidedBy, texts, facts, files } = record
  await doc.heading(3, `${number}. ${kindWord(kind)} by ${author || 'an unnamed author'}`, { bookmark: false })
  await doc.paragraph(`${when} · ${account} · record ${record.record}`, { size: 8, colour: 'muted', spaceAfter: 4 })
  const decided = outcome === null ? 'Not decided yet' : OUTCOMES[outcome]
  const by = decidedBy === '' ? '' : ` (${decidedBy})`
  const why = keeps.map(({ key, describes }) => `${groundsInWords([key])}: ${describes}`)
  const decision = [`${decided}${by}`, ...why, ...(reason === '' ? [] : [`For the file: ${reason}`])].join('. ')
  await doc.paragraph([{ text: decision, bold: true }], { size: 9, spaceAfter: 4 })
  for (const [at, pieces] of texts.toReversed().entries()) {
    if (at > 0) await doc.paragraph('Earlier version:', { size: 8, colour: 'muted', spaceAfter: 2 })
    const spans = pieces.flatMap(spansOf)
    await doc.paragraph(spans.length > 0 ? spans : '(no text)', { size: 11, spaceAfter: 6 })
  }
  for (const { bytes, name } of pictures) await doc.image(bytes, { alt: name, caption: name, maxHeight: 300 })
  if (files.length > 0)
    await doc.list(
      files.map((file) => `File: ${file}`),
      { size: 8.5 },
    )
  if (facts.length > 0) await doc.list(facts, { size: 8 })
}

function spansOf({ text, keys }: CopyPiece): Span[] {
  if (keys.length === 0) return text === '' ? [] : [{ text }]
  return [
    { text: `[[${text}`, bold: true, colour: 'warning' },
    { text: ` · ${groundsInWords(keys)}]]`, colour: 'warning' },
  ]
}
