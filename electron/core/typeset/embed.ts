// Fonts as one document embeds them: a subset of each face, in which every character code stands for a glyph *and* its
// text, so that what is copied out is what was put in, whatever glyphs drew it. (pdfkit's own embedding keeps one text
// per glyph, and takes it from the font object, which remembers earlier documents.)

import type { Subset } from 'fontkit'
import type PDFDocument from 'pdfkit'
import type { Face, Shape } from './face.ts'
import { hex4, Source, utf16 } from './pdf.ts'

type Document = typeof PDFDocument

/** Character codes are two bytes. */
const MOST_CODES = 0xffff
const ENTRIES_A_BLOCK = 100

/** One face as embedded in one document. */
export class EmbeddedFont {
  readonly name: string
  readonly reference: PDFKit.PDFKitReference
  readonly #document: Document
  readonly #face: Face
  readonly #subset: Subset
  readonly #codes = new Map<Shape, string>()
  readonly #shapes: Shape[] = []
  readonly #glyphs: number[] = [0]

  /** @param index counts the fonts of the document from 1 */
  constructor(document: Document, face: Face, index: number) {
    this.name = `F${index}`
    this.#document = document
    this.#face = face
    this.#subset = face.font.createSubset()
    this.reference = document.ref(new Source())
  }

  /** Whether every code is given away. */
  get full(): boolean {
    return this.#shapes.length === MOST_CODES
  }

  /** The character code of a shape, as four hexadecimal digits. */
  code(shape: Shape): string {
    let code = this.#codes.get(shape)
    if (code === undefined) {
      this.#glyphs.push(this.#subset.includeGlyph(shape.glyph))
      code = hex4(this.#shapes.push(shape))
      this.#codes.set(shape, code)
    }
    return code
  }

  /** Writes the font's objects. Call once, when no more text will use it. */
  write(): void {
    const { font } = this.#face
    const name = `${tagOf(this.name)}+${font.postscriptName}`
    const scale = 1000 / font.unitsPerEm
    const { minX, minY, maxX, maxY } = font.bbox
    const box = [minX, minY, maxX, maxY].map((edge) => Math.round(edge * scale)).join(' ')
    const file = this.#stream(this.#subset.encode())
    const map = new Uint8Array(this.#glyphs.length * 2)
    const view = new DataView(map.buffer)
    this.#glyphs.forEach((glyph, code) => {
      view.setUint16(code * 2, glyph)
    })
    const descriptor = this.#object(
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box}]/ItalicAngle ${font.italicAngle}` +
        `/Ascent ${Math.round(font.ascent * scale)}/Descent ${Math.round(font.descent * scale)}` +
        `/CapHeight ${Math.round((font.capHeight || font.ascent) * scale)}/StemV 80/FontFile2 ${file}>>`,
    )
    const widths = this.#shapes.map((shape) => Math.round(shape.width * 1000) / 1000).join(' ')
    const descendant = this.#object(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${descriptor}/CIDToGIDMap ${this.#stream(map)}/W[1[${widths}]]>>`,
    )
    const unicode = this.#stream(new TextEncoder().encode(this.#toUnicode()))
    this.#object(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant}]/ToUnicode ${unicode}>>`,
      this.reference,
    )
  }

  /** A piece of a letter whose text another glyph carries (the dots of an Arabic letter) is mapped to no character at all. */
  #toUnicode(): string {
    const entries = this.#shapes.map((shape, i) => `<${hex4(i + 1)}><${utf16(shape.text)}>`)
    const blocks: string[] = []
    for (let i = 0; i < entries.length; i += ENTRIES_A_BLOCK) {
      const block = entries.slice(i, i + ENTRIES_A_BLOCK)
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
    }
    return `/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict/CMap defineresource pop
end
end`
  }

  #object(text: string, reference = this.#document.ref(new Source())): PDFKit.PDFKitReference {
    Object.assign(reference.data, { text })
    reference.end()
    return reference
  }

  #stream(bytes: Uint8Array): PDFKit.PDFKitReference {
    const reference = this.#document.ref({})
    reference.write(bytes)
    reference.end()
    return reference
  }
}

/** The six capitals that mark a subset (ISO 32000-1, 9.6.4). */
function tagOf(name: string): string {
  return [...name.slice(1).padStart(6, '0')].map((digit) => String.fromCharCode(65 + Number(digit))).join('')
}
