// Owns comparing Google's own list of the archive (`archive_browser.html`) with what was given: parts of a Takeout are easily forgotten.
import { MemberError } from '../../archive/archive.ts'
import type { Claims } from '../../kit/claims.ts'
import { blockText, elementsIn, hasClass, parseMarkup } from '../../kit/markup.ts'
import type { Survey } from '../../kit/peek.ts'
import type { About } from '../../kit/spec.ts'
import type { ExportTree } from '../../platform.ts'

/** Larger lists are of archives that nobody gives whole. */
const MOST = 32 * 2 ** 20
const SHOWN = 3

/** Tells of YouTube's files that the list names and no part holds; nothing where there is no list, or none for YouTube. */
export async function missingFiles(
  { tree }: Survey,
  claims: Claims,
  signal: AbortSignal,
): Promise<NonNullable<About['findings']>> {
  const lists = [...claims].filter(([, { type }]) => type === 'archive-browser')
  const held = new Set(tree.set.members.map(({ name }) => baseOf(name)))
  const findings: { readonly code: string; readonly file: string; readonly sentence: string }[] = []
  for (const [{ member, name }] of lists) {
    if (member.size > MOST) continue
    const missing = listedIn(await bytesOf(tree, member, signal)).filter((one) => !held.has(one))
    if (missing.length === 0) continue
    const [first = '', ...others] = missing.slice(0, SHOWN).map((one) => `“${one}”`)
    const named = [first, ...others].join(', ')
    const count = missing.length === 1 ? 'a file' : `${missing.length} files`
    const sentence = `Google’s own list of the archive names ${count} of YouTube’s that none of the parts given holds: ${named}${missing.length > SHOWN ? ' and others' : ''}. If parts of the Takeout are missing, add them.`
    findings.push({ code: 'listed-not-found', file: name, sentence })
  }
  return findings
}

/** Names of files in YouTube's part of the list, each once. */
function listedIn(bytes: Buffer): readonly string[] {
  const services = elementsIn(parseMarkup(bytes, false), ({ attribs }) => /youtube/i.test(attribs.id ?? ''))
  const names = services.flatMap((service) => elementsIn(service, (one) => hasClass(one, 'extracted-file-name')))
  return [...new Set(names.map((one) => baseOf(blockText(one))))].filter((one) => one !== '')
}

async function bytesOf(tree: ExportTree, member: Parameters<ExportTree['nameOf']>[0], signal: AbortSignal) {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of tree.set.read(member, signal)) chunks.push(chunk)
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
  }
  return Buffer.concat(chunks)
}

const baseOf = (name: string) =>
  name
    .slice(name.lastIndexOf('/') + 1)
    .normalize('NFC')
    .trim()
