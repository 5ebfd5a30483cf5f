// What typesetting uses of three libraries that carry no types for it: fontkit, linebreak, and pdfkit's structure tree.

declare module 'fontkit' {
  interface Glyph {
    readonly id: number
    readonly codePoints: readonly number[]
    readonly advanceWidth: number
  }
  interface GlyphPosition {
    readonly xAdvance: number
    readonly xOffset: number
    readonly yOffset: number
  }
  interface GlyphRun {
    readonly glyphs: readonly Glyph[]
    readonly positions: readonly GlyphPosition[]
  }
  interface Subset {
    includeGlyph(id: number): number
    encode(): Uint8Array
  }
  interface Font {
    readonly unitsPerEm: number
    readonly postscriptName: string
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    readonly italicAngle: number
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    getGlyph(id: number, codePoints?: readonly number[]): Glyph
    layout(
      text: string,
      features: Readonly<Record<string, boolean>>,
      script: string | undefined,
      language: string | undefined,
      direction: 'ltr' | 'rtl',
    ): GlyphRun
    createSubset(): Subset
  }
  function create(bytes: Uint8Array): Font
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { readonly position: number } | null
  }
}

declare namespace PDFKit {
  interface PDFDocument {
    getStructTreeRoot(): PDFKitReference
    getStructParentTree(): { add(key: number, value: object): void }
    createStructParentTreeNextKey(): number
    openImage(bytes: Uint8Array): OpenedImage
  }
  interface OpenedImage {
    readonly width: number
    readonly height: number
    /** As in EXIF; above 4 the picture is shown turned by 90°. */
    readonly orientation?: number
    /** Its object, with an offset once written. */
    readonly obj: { readonly offset?: number } | null
  }
  interface PDFPage {
    readonly structParentTreeKey: number
  }
  interface PDFKitReference {
    end(): void
  }
  interface PDFOutline {
    addItem(
      title: string,
      options: { readonly expanded: boolean; readonly fit: false; readonly left: number; readonly top: number },
    ): PDFOutline
    readonly options: { readonly expanded?: boolean }
    /** Its dictionary, to which its end adds. */
    readonly outlineData: Record<string, unknown>
  }
}

declare namespace PDFKit.Mixins {
  interface PDFImage {
    image(
      picture: PDFKit.OpenedImage,
      x: number,
      y: number,
      options: { readonly width: number; readonly height: number },
    ): this
  }
}
