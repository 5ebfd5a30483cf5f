// A letter as DOCX, to go on with in a word processor: the same words make the same bytes.
import { AlignmentType, Document, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } from 'docx'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { LetterTranslation, LetterWords } from '../../../../shared/domain/request/letter.ts'
import { translationHead } from '../../../../shared/domain/request/letter.ts'
import { TRAINING, TRAINING_SENTENCE } from '../../../../shared/text/practice.ts'
import { xmlText } from '../../../../shared/text/xml-text.ts'
import type { LetterMarks } from './letter-pdf.ts'
import { repacked } from './repack.ts'

const BULLETS = 'bullets'
const FONT = 'Arial'
/** Between paragraphs, in twentieths of a point. */
const APART = 160
/** 8.5 by 11 inches, in twentieths of a point. */
const US_LETTER = { width: 12_240, height: 15_840 } as const

/** The whole file. */
export async function letterDocx(
  words: LetterWords,
  translations: readonly LetterTranslation[],
  { createdAt, notice, proof, practice }: LetterMarks,
): Promise<Uint8Array> {
  const [city = '', ...head] = words.head
  const warnings = [...(practice ? [`${TRAINING}. ${TRAINING_SENTENCE}`] : []), ...(notice === null ? [] : [notice])]
  const document = new Document({
    title: words.subject,
    creator: city,
    styles: {
      default: {
        document: { run: { font: FONT, size: 22, language: { value: 'en-US' } } },
        heading1: {
          run: { font: FONT, size: 26, bold: true, color: '000000' },
          paragraph: { spacing: { before: 240, after: APART } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              ...{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT },
              style: { paragraph: { indent: { left: 720, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: US_LETTER } },
        children: [
          new Paragraph({ children: [new TextRun({ text: xmlText(city), bold: true, size: 32 })] }),
          ...head.map((line) => new Paragraph({ children: [new TextRun({ text: xmlText(line), size: 18 })] })),
          ...warnings.map((line) => new Paragraph({ children: [new TextRun({ text: xmlText(line), bold: true })] })),
          line(''),
          line(readableDay(words.date)),
          line(''),
          ...words.to.map(line),
          new Paragraph({ text: xmlText(words.subject), heading: HeadingLevel.HEADING_1 }),
          ...words.blocks.flatMap((block) =>
            block.kind === 'paragraph' ? [paragraph(block.text)] : block.items.map(bullet),
          ),
          paragraph('Sincerely,'),
          ...['', '', ...words.signature].map(line),
          ...(proof === null ? [] : [line(''), new Paragraph({ children: [new TextRun({ text: proof, size: 18 })] })]),
          ...translations.flatMap((one) => [
            new Paragraph({
              children: [
                new TextRun({ text: xmlText(translationHead(one, readableDay(one.reviewedOn))), italics: true }),
              ],
              pageBreakBefore: true,
              spacing: { after: APART },
            }),
            ...one.text.split(/\n+/).map(
              (text) =>
                new Paragraph({
                  children: [new TextRun({ text: xmlText(text), language: { value: one.language } })],
                  spacing: { after: APART },
                }),
            ),
          ]),
        ],
      },
    ],
  })
  return repacked(await Packer.toBuffer(document), createdAt, practice)
}

function paragraph(text: string): Paragraph {
  return new Paragraph({ text: xmlText(text), spacing: { after: APART } })
}

function line(text: string): Paragraph {
  return new Paragraph({ text: xmlText(text) })
}

function bullet(text: string): Paragraph {
  return new Paragraph({ text: xmlText(text), numbering: { reference: BULLETS, level: 0 } })
}
