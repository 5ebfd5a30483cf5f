// Which font draws which character. Fonts are opened when first needed and kept for the life of the process.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Face } from './face.ts'

/** A family of the document's font stack. */
export type Family = 'sans' | 'arabic' | 'hebrew' | 'thai' | 'sc' | 'jp' | 'kr' | 'emoji'

/** Gives the path of the TrueType file of a family. */
export type FontSource = (family: Family, bold: boolean) => string

const FILES: Readonly<Record<Family, readonly [pack: string, file: string]>> = {
  sans: ['noto-sans', 'NotoSans'],
  arabic: ['noto-sans-arabic', 'NotoSansArabic'],
  hebrew: ['noto-sans-hebrew', 'NotoSansHebrew'],
  thai: ['noto-sans-thai', 'NotoSansThai'],
  sc: ['noto-sans-sc', 'NotoSansSC'],
  jp: ['noto-sans-jp', 'NotoSansJP'],
  kr: ['noto-sans-kr', 'NotoSansKR'],
  emoji: ['noto-emoji', 'NotoEmoji'],
}

/**
 * The font source that finds the Noto fonts in the packages `@expo-google-fonts/*`.
 * @param resolve turns a module specifier into a file path; by default Node's own resolution from this file
 */
export function packagedFonts(
  resolve: (specifier: string) => string = createRequire(import.meta.url).resolve,
): FontSource {
  return (family, bold) => {
    const [pack, file] = FILES[family]
    const style = bold ? '700Bold' : '400Regular'
    return resolve(`@expo-google-fonts/${pack}/${style}/${file}_${style}.ttf`)
  }
}

const opened = new Map<string, Face>()

function open(path: string): Face {
  const known = opened.get(path)
  if (known) return known
  const face = new Face(readFileSync(path))
  opened.set(path, face)
  return face
}

/** The family that draws Han characters in one paragraph: Japanese beside kana, Korean beside hangul, else Chinese. */
export type HanFamily = 'sc' | 'jp' | 'kr'

/**
 * Chooses the Han family of a paragraph.
 * @param text the whole paragraph
 */
export function hanFamily(text: string): HanFamily {
  if (/[\u3041-\u30ff]/.test(text)) return 'jp'
  return /[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]/.test(text) ? 'kr' : 'sc'
}

/** Below this code point no Han font is asked, so that an unknown script does not open 20 MB of fonts in vain. */
const FIRST_HAN_FONT_CODE_POINT = 0x2000

/** The stack of fonts of one document. */
export class FontStack {
  readonly #source: FontSource
  readonly #faces = new Map<string, Face>()

  /** @param source where the font files are */
  constructor(source: FontSource) {
    this.#source = source
  }

  /** The face of a family and weight, opened now if it was not yet. Throws the file system's error where there is no such file. */
  face(family: Family, bold: boolean): Face {
    const key = bold ? `${family}+` : family
    const known = this.#faces.get(key)
    if (known) return known
    const face = open(this.#source(family, bold))
    this.#faces.set(key, face)
    return face
  }

  /**
   * The first face that can draw every given code point.
   * @param codePoints a grapheme cluster without joiners and variation selectors
   * @param emoji whether it asks for emoji presentation
   * @returns undefined where no font of the stack can draw it
   */
  find(codePoints: readonly number[], bold: boolean, han: HanFamily, emoji: boolean): Face | undefined {
    const highest = codePoints.reduce((a, b) => Math.max(a, b), 0)
    for (const family of emoji ? EMOJI_FIRST[han] : TEXT_FIRST[han]) {
      if (highest < FIRST_HAN_FONT_CODE_POINT && (family === 'sc' || family === 'jp' || family === 'kr')) continue
      const face = this.face(family, bold)
      if (codePoints.every((codePoint) => face.has(codePoint))) return face
    }
    return undefined
  }
}

const HAN_ORDER = { sc: ['sc', 'jp', 'kr'], jp: ['jp', 'sc', 'kr'], kr: ['kr', 'sc', 'jp'] } as const
const EMOJI_FIRST = perHan((han) => ['emoji', 'sans', ...HAN_ORDER[han]])
const TEXT_FIRST = perHan((han) => ['sans', 'arabic', 'hebrew', 'thai', ...HAN_ORDER[han], 'emoji'])

function perHan(order: (han: HanFamily) => readonly Family[]): Readonly<Record<HanFamily, readonly Family[]>> {
  return { sc: order('sc'), jp: order('jp'), kr: order('kr') }
}
