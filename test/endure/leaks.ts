// Searching a packet for words by programs that are not Muniment's: unzip, pdftotext, qpdf, strings, exiftool.
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

const options: ExecFileSyncOptionsWithStringEncoding = {
  ...{ encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] },
}

/** The programs, each with how it is asked whether it is there. */
const PROGRAMS = [
  ['unzip', '-v'],
  ['pdftotext', '-v'],
  ['qpdf', '--version'],
  ['strings', '--version'],
  ['exiftool', '-ver'],
] as const

/** A file in which words stand, and the program that shows it. */
export interface Leak {
  readonly file: string
  readonly program: string
  readonly words: string
}

/** As plainly as a reader who ignores accents, case and blanks. */
export function plainly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

/** Which of the programs are not on this computer. */
export function missingPrograms(): string[] {
  return PROGRAMS.flatMap(([program, ask]) => {
    try {
      execFileSync(program, [ask], { stdio: 'ignore' })
      return []
    } catch {
      return [program]
    }
  })
}

/** Unpacks a packet into an empty folder. */
export function unpack(packet: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  execFileSync('unzip', ['-qo', packet, '-d', folder])
}

/**
 * Searches every file of a folder, its name too.
 * @param words as {@link plainly} gives them
 */
export function leaksIn(folder: string, words: readonly string[]): Leak[] {
  const found: Leak[] = []
  const sought = seekerOf(words)
  const look = (file: string, program: string, text: string) => {
    for (const one of sought(plainly(text))) found.push({ file, program, words: one })
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  for (const path of files) {
    const name = relative(folder, path)
    look(name, 'unzip', name)
    if (/\.(?:html|json|csv|txt|dat|opt)$/.test(name)) look(name, 'unzip', unescaped(readFileSync(path, 'utf8')))
    // Of what a file says of itself in either form of two bytes a letter, too.
    for (const form of ['S', 'l', 'b'])
      look(name, 'strings', execFileSync('strings', ['-a', '-n', '4', '-e', form, path], options))
    if (!name.endsWith('.pdf')) continue
    look(name, 'pdftotext', execFileSync('pdftotext', [path, '-'], options))
    look(
      name,
      'qpdf',
      textsOfQdf(
        withoutPictures(
          execFileSync('qpdf', ['--qdf', '--object-streams=disable', '--', path, '-'], {
            ...options,
            encoding: 'latin1',
          }),
        ),
      ),
    )
  }
  const told = execFileSync(
    'exiftool',
    ['-r', '-a', '-G1', '-charset', 'utf8', '-x', 'Directory', '-x', 'SourceFile', folder],
    options,
  )
  look('every file', 'exiftool', told.replace(/^======== .*$/gm, ''))
  return found
}

/** What a reader of HTML or JSON sees where the file codes a letter. */
function unescaped(text: string): string {
  const decoded = text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  return `${text}\n${decoded}\n${decoded.replace(/(?:%[0-9a-fA-F]{2})+/g, percentDecoded)}`
}

function percentDecoded(coded: string): string {
  return Buffer.from(coded.replaceAll('%', ''), 'hex').toString('utf8')
}

/** A PDF without the streams that are pictures and fonts: what is no text is for `strings`. */
function withoutPictures(pdf: string): string {
  return pdf.replace(/\bstream\n([\s\S]*?)\nendstream/g, (whole, data: string) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what has them is no text
    /[\0-\x08]/.test(data.slice(0, 4096)) ? '' : whole,
  )
}

/** Every string that stands in a PDF whose streams are open: as hexadecimal digits, in brackets, and as it lies there. */
function textsOfQdf(pdf: string): string {
  const hex = [...pdf.matchAll(/<(?:feff|FEFF)([0-9a-fA-F\s]+)>/g)].map(([, digits = '']) =>
    Buffer.from(digits.replace(/\s/g, ''), 'hex').swap16().toString('utf16le'),
  )
  const wide = [...pdf.matchAll(/\((?:\xfe\xff|\\376\\377)((?:\\.|[^\\)])*)\)/gs)].map(([, inside = '']) =>
    Buffer.from(
      literal(inside).replace(/^(?:.{2})*?.$/s, (odd) => `${odd}\0`),
      'latin1',
    )
      .swap16()
      .toString('utf16le'),
  )
  return [...hex, ...wide, Buffer.from(pdf, 'latin1').toString('utf8')].join('\n')
}

/** A string of a PDF without its escapes (ISO 32000-1, 7.3.4.2). */
function literal(inside: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  return inside.replace(/\\(\d{1,3}|[\s\S])/g, (_, one: string) =>
    /^\d/.test(one) ? String.fromCharCode(Number.parseInt(one, 8)) : (named[one] ?? one),
  )
}

/** Finds which of many words a text says: by their beginnings, so that thousands are sought in one pass. */
function seekerOf(words: readonly string[]): (text: string) => string[] {
  const LEAST = Math.min(6, ...words.map(({ length }) => length))
  const byBeginning = Map.groupBy(words, (one) => one.slice(0, LEAST))
  return (text) => {
    const found = new Set<string>()
    for (let at = 0; at + LEAST <= text.length; at += 1)
      for (const one of byBeginning.get(text.slice(at, at + LEAST)) ?? []) if (text.startsWith(one, at)) found.add(one)
    return [...found]
  }
}
