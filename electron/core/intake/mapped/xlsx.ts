// Owns the workbooks of an export: the sheets of a member, read once.
import { mostWorkbookBytes, type Sheet, sheetsOf, tooBig } from '../../workbook/sheets.ts'
import type { Member } from '../archive/archive.ts'
import { damagedFile } from '../kit/items.ts'
import { once } from '../kit/once.ts'
import type { ExportTree, FilePlan } from '../platform.ts'

const sheetsIn = once((_: Member, tree: ExportTree, file: Pick<FilePlan, 'member' | 'name'>, signal: AbortSignal) =>
  sheetsOfMember(tree, file, signal),
)

/**
 * All sheets of a workbook, in order; read once.
 * @throws MemberError where it cannot be read
 */
export function readSheets(
  tree: ExportTree,
  file: Pick<FilePlan, 'member' | 'name'>,
  signal: AbortSignal,
): Promise<readonly Sheet[]> {
  return sheetsIn(file.member, tree, file, signal)
}

async function sheetsOfMember(
  tree: ExportTree,
  file: Pick<FilePlan, 'member' | 'name'>,
  signal: AbortSignal,
): Promise<readonly Sheet[]> {
  const { member } = file
  if (member.size > mostWorkbookBytes) throw damaged(file, tooBig)
  const chunks: Buffer[] = []
  for await (const chunk of tree.set.read(member, signal)) chunks.push(chunk)
  const opened = await sheetsOf(Buffer.concat(chunks), signal)
  if ('refused' in opened) throw damaged(file, opened.refused)
  return opened.sheets
}

function damaged(file: Pick<FilePlan, 'member' | 'name'>, sentence: string) {
  return damagedFile(file, `${sentence}.`, 'Nothing of it was read.')
}
