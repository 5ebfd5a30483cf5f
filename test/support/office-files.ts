// Documents of Office, written part by part (ECMA-376): what each must hold to be opened, and what a sender may put in to be told that it was.
import { rawZip } from '../fixtures/zip/raw-zip.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'

interface Relation {
  readonly id: string
  readonly kind: string
  readonly target: string
  readonly external?: true
}

function relations(all: readonly Relation[]): string {
  const each = all.map(
    ({ id, kind, target, external }) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

/** A package whose main part is `main`; `types` are the content types of parts, after `application/vnd.openxmlformats-officedocument.`. */
function office(
  main: string,
  types: Readonly<Record<string, string>>,
  parts: Readonly<Record<string, string>>,
): Buffer {
  const overrides = Object.entries(types).map(
    ([part, type]) =>
      `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  )
  const files = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': relations([{ id: 'main', kind: 'officeDocument', target: main }]),
    ...parts,
  }
  return rawZip(Object.entries(files).map(([name, data]) => ({ name, data, method: 8 })))
}

/** A text document with a paragraph for each line, and a picture that is to be fetched from `picture`. */
export function docx(lines: readonly string[], picture: string): Buffer {
  const spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}" xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:a="${DRAWING}/main" xmlns:pic="${DRAWING}/picture"`
  const linked = `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="952500" cy="952500"/><wp:docPr id="1" name="p"/><a:graphic><a:graphicData uri="${DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="picture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="952500" cy="952500"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  const words = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')
  return office(
    'word/document.xml',
    { 'word/document.xml': 'wordprocessingml.document.main' },
    {
      'word/document.xml': `${XML}<w:document ${spaces}><w:body>${words}${linked}</w:body></w:document>`,
      'word/_rels/document.xml.rels': relations([{ id: 'picture', kind: 'image', target: picture, external: true }]),
    },
  )
}

/** A workbook with a cell below another for each line, and a sheet that is hidden. */
export function xlsx(lines: readonly string[], hidden: string): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const sheet = (cells: readonly string[]) =>
    `${XML}<worksheet xmlns="${main}"><sheetData>${cells.map((cell, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>${cell}</t></is></c></row>`).join('')}</sheetData></worksheet>`
  const type = 'spreadsheetml.worksheet'
  return office(
    'xl/workbook.xml',
    { 'xl/workbook.xml': 'spreadsheetml.sheet.main', 'xl/one.xml': type, 'xl/two.xml': type },
    {
      'xl/workbook.xml': `${XML}<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets><sheet name="One" sheetId="1" r:id="one"/><sheet name="Two" sheetId="2" state="hidden" r:id="two"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relations([
        { id: 'one', kind: 'worksheet', target: 'one.xml' },
        { id: 'two', kind: 'worksheet', target: 'two.xml' },
      ]),
      'xl/one.xml': sheet(lines),
      'xl/two.xml': sheet([hidden]),
    },
  )
}

/** A presentation with a slide for each line. */
export function pptx(lines: readonly string[]): Buffer {
  const spaces = `xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
  const tree = (shapes: string) =>
    `<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree></p:cSld>`
  const shape = (words: string) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="2" name="t"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="600000" y="600000"/><a:ext cx="7000000" cy="1000000"/></a:xfrm><a:prstGeom prst="rect"/></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:txBody></p:sp>`
  const slides = lines.map((line, nth) => [
    `ppt/slide${nth}.xml`,
    `${XML}<p:sld ${spaces}>${tree(shape(line))}</p:sld>`,
  ])
  return office(
    'ppt/presentation.xml',
    {
      'ppt/presentation.xml': 'presentationml.presentation.main',
      ...Object.fromEntries(lines.map((_, nth) => [`ppt/slide${nth}.xml`, 'presentationml.slide'])),
    },
    {
      'ppt/presentation.xml': `${XML}<p:presentation ${spaces}><p:sldIdLst>${lines.map((_, nth) => `<p:sldId id="${256 + nth}" r:id="slide${nth}"/>`).join('')}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>`,
      'ppt/_rels/presentation.xml.rels': relations(
        lines.map((_, nth) => ({ id: `slide${nth}`, kind: 'slide', target: `slide${nth}.xml` })),
      ),
      ...Object.fromEntries(slides),
    },
  )
}
