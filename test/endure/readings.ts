// What an unpacked packet says to programs that are not Muniment's: unzip, pdftotext, qpdf, strings, exiftool.
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const options: ExecFileSyncOptionsWithStringEncoding = {
  ...{ encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] },
}

/** The programs, each with how it is asked whether it is there. */
const PROGRAMS = [
  ['unzip', '-v'],
  ['pdftotext', '-v'],
  ['pdfimages', '-v'],
  ['qpdf', '--version'],
  ['strings', '--version'],
  ['exiftool', '-ver'],
] as const

/** A text of a file, and the program that shows it. */
export interface Reading {
  readonly file: string
  readonly program: string
  readonly text: string
}

/** Between texts that do not belong together: a letter of no text, so that no words are found across. */
export const APART = ' \uA66E '
/** So many files are given to a program at once: to begin a program takes longer than to read a file. */
const AT_ONCE = 400
const TEXTUAL = /\.(?:html|json|csv|txt|dat|opt)$/

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

/** Every file of a folder, by its path. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Every text of every file of a folder, its name too. */
export function* readingsOf(folder: string): Generator<Reading> {
  const files = filesIn(folder)
  for (const path of files) {
    const file = relative(folder, path)
    yield { file, program: 'unzip', text: file }
    if (TEXTUAL.test(file)) for (const text of textsOfFile(path)) yield { file, program: 'unzip', text }
    // A workbook and a letter for a word processor are archives of their own.
    if (/\.(?:xlsx|docx)$/.test(file))
      for (const text of asRead(run('unzip', ['-p', path]))) yield { file, program: 'unzip', text }
    if (!file.endsWith('.pdf')) continue
    yield { file, program: 'pdftotext', text: run('pdftotext', [path, '-']) }
    // Some versions warn of streams in which nothing is wrong; whether a file is, is checked elsewhere.
    const open = execFileSync('qpdf', ['--qdf', '--object-streams=disable', '--warning-exit-0', '--', path, '-'], {
      ...options,
      encoding: 'latin1',
    })
    yield { file, program: 'qpdf', text: textsOfQdf(withoutPictures(open)) }
  }
  for (let at = 0; at < files.length; at += AT_ONCE) yield* stringsOf(folder, files.slice(at, at + AT_ONCE))
  yield { file: 'every file', program: 'exiftool', text: toldByFiles(folder) }
}

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, options)
}

/** What files say of themselves. */
function toldByFiles(folder: string): string {
  const told = run('exiftool', [
    ...['-r', '-a', '-G1', '-charset', 'utf8', '-x', 'Directory', '-x', 'SourceFile', folder],
  ])
  return told.replace(/^======== .*$/gm, APART)
}

/** The strings in the bytes of files, in one byte a letter and in either order of two. */
function* stringsOf(folder: string, paths: readonly string[]): Generator<Reading> {
  for (const form of ['S', 'l', 'b']) {
    const lines = run('strings', ['-a', '-f', '-n', '4', '-e', form, '--', ...paths]).split('\n')
    let line = 0
    for (const path of paths) {
      const found: string[] = []
      const begin = `${path}: `
      for (; lines[line]?.startsWith(begin); line += 1) found.push(lines[line]?.slice(begin.length) ?? '')
      if (found.length === 0) continue
      const file = relative(folder, path)
      // Of a table all letters are read by its cells.
      if (form === 'S' && file.endsWith('.csv')) continue
      // A text goes on in the next line; in other files what lies apart belongs to nothing.
      const text = found.join(TEXTUAL.test(file) ? '\n' : APART)
      yield { file, program: 'strings', text: file.endsWith('.pdf') ? syntaxApart(text) : text }
    }
    if (line < lines.length - 1) throw new Error(`strings told of a file that was not asked for: ${lines[line]}`)
  }
}

/** What a text file says, a table cell by cell. */
function textsOfFile(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  return asRead(path.endsWith('.csv') ? (text.match(CELL) ?? []).join(APART) : text)
}

/** A cell of a table (RFC 4180), quoted or not, with nothing of what parts it from the next. */
const CELL = /"(?:[^"]|"")*"|[^,\r\n"]+/g

/** A text as it stands, and what a reader of HTML or JSON sees where the file codes a letter or parts a word by marks. */
function asRead(text: string): string[] {
  const decoded = text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-fA-F]+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  const shown = decoded
    .replace(/<\/?(?:a|b|bdi|code|em|i|mark|span|strong|time|u|wbr)(?:\s[^>]*)?>/g, '')
    .replace(/<\/?[a-zA-Z][^>]*>/g, APART)
  return [text, decoded, decoded.replace(/(?:%[0-9a-fA-F]{2})+/g, percentDecoded), shown]
}

function percentDecoded(coded: string): string {
  return Buffer.from(coded.replaceAll('%', ''), 'hex').toString('utf8')
}

/** A PDF without the streams that are pictures and fonts: what is no text is for `strings`. A picture's points can happen to be letters (“baobao”). */
function withoutPictures(pdf: string): string {
  return pdf.replace(
    /((?:\n {2}\/[^\n]*)*)\n>>\nstream\n([\s\S]*?)\nendstream/g,
    (whole, entries: string, data: string) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what has them is no text
      /^ {2}\/Subtype \/Image$/m.test(entries) || /[\0-\x08]/.test(data.slice(0, 4096)) ? '' : whole,
  )
}

/**
 * The objects of a PDF with what is its format's own kept apart: a reference to an object, and the number that a name stands for
 * (`/First 37 0 R` does not say "First 37"). What stands in a string stays as it is.
 */
function syntaxApart(pdf: string): string {
  return pdf.replace(
    /\((?:\\[\s\S]|[^\\()])*\)|\b\d+ \d+ (?:R|obj)\b|(\/[\w+.-]+)(?=\s-?[\d.])/g,
    (whole, name: string | undefined) => {
      if (whole.startsWith('(')) return whole
      return name === undefined ? APART : `${name}${APART}`
    },
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
  const told = Buffer.from(pdf, 'latin1').toString('utf8')
  return [...hex, ...wide, syntaxApart(told)].join('\n')
}

/** A string of a PDF without its escapes (ISO 32000-1, 7.3.4.2). */
function literal(inside: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  return inside.replace(/\\(\d{1,3}|[\s\S])/g, (_, one: string) =>
    /^\d/.test(one) ? String.fromCharCode(Number.parseInt(one, 8)) : (named[one] ?? one),
  )
}
