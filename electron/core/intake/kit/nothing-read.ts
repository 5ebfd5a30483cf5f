// Owns telling a file that is empty from one of which nothing could be read though something stands in it.

import type { ExportTree, FilePlan } from '../platform.ts'
import { withoutMark } from './head-text.ts'
import { damagedFile } from './items.ts'

/** As much of the file as the question needs. */
const LOOK = 256 << 10
/** Letters and digits that say more than the frame of an empty section: a title, names of those who take part, a sentence that there is nothing. */
const MANY = { json: 400, text: 200 }

/** The head of a table; no table has a longer one. */
const HEAD_LINE = /^.{0,4000}\r?\n?/

/** Throws where a file gave no item and yet is full of something. Ask only of such files. */
export async function refuseSilence(
  tree: ExportTree,
  file: FilePlan,
  title: string,
  signal: AbortSignal,
): Promise<void> {
  if (!saysMuch(await beginning(tree, file, signal))) return
  const sentence = `begins like ${title}’s “${file.type}”, but nothing in it could be read as such.`
  throw damagedFile(file, sentence, 'It is kept as it is.')
}

async function beginning(tree: ExportTree, { member }: FilePlan, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of tree.set.read(member, signal)) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= LOOK) break
  }
  return Buffer.concat(chunks).subarray(0, LOOK)
}

/** Whether words stand in the file besides its own frame: tags, styles, keys, the head of a table. */
function saysMuch(bytes: Buffer): boolean {
  const text = withoutMark(bytes).trimStart()
  const isJson = /^[[{]/.test(text)
  const words = text.startsWith('<')
    ? text.replace(/<(style|script|head)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' ')
    : isJson
      ? text.replace(/"(?:[^"\\]|\\.)*"\s*:/g, ' ')
      : text.replace(HEAD_LINE, ' ')
  return words.replace(/[^\p{L}\p{N}]/gu, '').length > (isJson ? MANY.json : MANY.text)
}
