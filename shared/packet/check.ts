// Checking a packet: every byte of its archive, its manifest, its counts and its commitments. Findings are values.
// The same code runs in `muniment packet verify` and in the packet's own page, so that the two agree.
import { markedBy } from '../text/marking.ts'
import { checkCommitments, readCommitments } from './check-commitments.ts'
import { checkFiles } from './check-files.ts'
import { checkCounts, checkManifest } from './check-manifest.ts'
import { checkRepacked } from './check-repacked.ts'
import { MANIFEST, Manifest } from './manifest.ts'
import { checkOpening } from './opening.ts'
import { type Checked, findingList, type PacketFacts } from './report.ts'
import { hexOf, type PacketSource, type Tools } from './tools.ts'
import { windowed } from './windowed.ts'
import { type Directory, readDirectory } from './zip-read.ts'
import { textOf } from './zip-texts.ts'

export interface CheckOptions {
  /** SHA-256 of the packet as the City's letter gives it, hexadecimal; null where nobody has it at hand. */
  readonly letter: string | null
  /** The text of an opening to hold against it; null for none. */
  readonly opening?: string | null
  /** Told how many bytes are done, of twice the file's size. */
  readonly progress?: (done: number, total: number) => void
  /** Throws where nobody wants to know any longer. */
  readonly goOn?: () => void
}

const PIECE = 1 << 20

/** Checks a packet in bounded memory. @throws what reading the file throws */
export async function checkPacket(file: PacketSource, tools: Tools, options: CheckOptions): Promise<Checked> {
  const source = windowed(file)
  const findings = findingList()
  let done = 0
  const passed = (bytes: number) => {
    options.goOn?.()
    done += bytes
    options.progress?.(Math.min(done, 2 * source.size), 2 * source.size)
  }
  const digest = await wholeDigest(source, tools, passed)
  const letter = options.letter === null ? 'none' : options.letter.toLowerCase() === digest ? 'same' : 'other'
  if (letter === 'other')
    findings.add(
      'P030',
      null,
      'The SHA-256 of this file is not the one that was given: it is not the file that the letter speaks of.',
    )
  const directory = await readDirectory(source, tools)
  if (directory === null) {
    findings.add('P001', null, 'This file is not a ZIP archive, or it is cut off.')
    return {
      digest,
      files: 0,
      practice: false,
      draft: false,
      repacked: false,
      facts: null,
      letter,
      committed: null,
      opened: null,
      findings: findings.list(),
    }
  }
  if (directory.broken !== null)
    findings.add('P002', null, `The list of files in the packet cannot be read to its end: ${directory.broken}.`)
  const manifest = await manifestOf(source, tools, directory)
  const commitments = manifest === null ? null : await readCommitments(source, tools, directory, manifest, findings)
  const committing = commitments === null ? null : checkCommitments(tools, commitments, findings)
  const read = await (directory.repacked ? checkRepacked : checkFiles)(source, tools, {
    directory,
    manifest,
    findings,
    passed,
    native: committing?.native ?? null,
  })
  if (manifest !== null) {
    checkManifest(tools, manifest, read, findings)
    checkCounts(manifest, commitments, findings)
  } else if (directory.broken === null) {
    const sentence = 'The packet has no manifest that can be read. What is in it cannot be checked.'
    findings.add('P010', MANIFEST, sentence)
  }
  const given = options.opening ?? null
  const opened = given === null ? null : await checkOpening(tools, given, { commitments, manifest }, findings)
  const marked = markedBy(tools.text(directory.comment))
  return {
    digest,
    files: directory.files.length,
    practice: manifest?.practice === true || marked.practice,
    draft: manifest?.draft === true || marked.draft,
    repacked: directory.repacked,
    facts: manifest === null ? null : factsOf(manifest),
    letter,
    committed: committing?.finish() ?? null,
    opened,
    findings: findings.list(),
  }
}

function factsOf({ vault, production, counts }: Manifest): PacketFacts {
  return { city: vault.city, request: production.request, production: production.number, counts }
}

async function wholeDigest(source: PacketSource, tools: Tools, passed: (bytes: number) => void): Promise<string> {
  const hash = tools.sha256()
  for (let at = 0; at < source.size; ) {
    const piece = await source.read(at, Math.min(PIECE, source.size - at))
    if (piece.length === 0) break
    hash.update(piece)
    at += piece.length
    passed(piece.length)
  }
  return hexOf(hash.digest())
}

async function manifestOf(source: PacketSource, tools: Tools, directory: Directory): Promise<Manifest | null> {
  const text = await textOf(source, tools, directory, MANIFEST)
  if (text === null) return null
  try {
    return Manifest.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
