// Owns reading a small file of an export as a whole: the manifest, the account.
import { type ArchiveSet, type Member, MemberError } from '../../archive/archive.ts'

const LARGEST = 32 * 2 ** 20

/**
 * What stands behind the first `=` of a data file, parsed.
 * @returns undefined where the file is too large, damaged or not JSON
 */
export async function readAssigned(set: ArchiveSet, member: Member, signal: AbortSignal): Promise<unknown> {
  if (member.size > LARGEST) return undefined
  try {
    const chunks: Buffer[] = []
    for await (const chunk of set.read(member, signal)) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString('utf8')
    return JSON.parse(text.slice(text.indexOf('=') + 1).replace(/[;\s]+$/, ''))
  } catch (error) {
    if (error instanceof MemberError || error instanceof SyntaxError) return undefined
    throw error
  }
}
