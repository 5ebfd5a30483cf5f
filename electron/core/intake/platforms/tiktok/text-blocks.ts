// Owns cutting TikTok's text files: blocks of `Label: value`, and conversations of one message a line.

/** Lines up to an empty one; what has no label goes on with the value before it. */
export interface TextBlock {
  readonly fields: readonly (readonly [label: string, value: string])[]
}

/** The blocks of a text. A block begins with a label and a moment: words may hold empty lines and colons. */
export function blocksIn(text: string): readonly TextBlock[] {
  const blocks: { fields: [string, string][] }[] = []
  for (const line of text.split(/\r?\n/)) {
    const found = /^([^:]{1,60}?)\s*:\s?(.*)$/s.exec(line)
    const isStart = found !== null && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?: UTC)?\s*$/.test(found[2] ?? '')
    const block = blocks.at(-1)
    const label = block?.fields[0]?.[0]
    if (isStart && (label === undefined || label === found[1]))
      blocks.push({ fields: [[found[1] ?? '', (found[2] ?? '').trim()]] })
    else if (block === undefined) continue
    else if (found !== null && !/^https?$/i.test(found[1] ?? '') && isLabel(found[1] ?? '', blocks))
      block.fields.push([found[1] ?? '', found[2] ?? ''])
    else {
      const last = block.fields.at(-1)
      if (last !== undefined) last[1] += `\n${line}`
    }
  }
  return blocks.map(({ fields }) => ({ fields: fields.map(([label, value]) => [label, value.trim()] as const) }))
}

/** The first block teaches the labels; words of later ones that hold a colon are no labels. */
function isLabel(
  label: string,
  blocks: readonly { readonly fields: readonly (readonly [string, string])[] }[],
): boolean {
  const [first] = blocks
  if (blocks.length < 2 || first === undefined) return !/^\d+$/.test(label)
  return first.fields.some(([known]) => known === label)
}

/** A message of a conversation's block. */
export interface TextMessage {
  readonly conversation: string
  readonly date: string
  readonly from: string
  readonly content: string
}

/** All messages of a text of conversations; a line without a moment goes on with the message before it. */
export function messagesIn(text: string): readonly TextMessage[] {
  const messages: { conversation: string; date: string; from: string; content: string }[] = []
  let conversation = ''
  for (const line of text.split(/\r?\n/)) {
    const header = /^>>> (?:Chat History with )?(.*?):*\s*$/.exec(line)
    if (header !== null) {
      conversation = header[1] ?? ''
      continue
    }
    const found = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?: UTC)?) ([^:]+): ?(.*)$/.exec(line)
    const last = messages.at(-1)
    if (found !== null)
      messages.push({ conversation, date: found[1] ?? '', from: found[2] ?? '', content: found[3] ?? '' })
    else if (last !== undefined && last.conversation === conversation) last.content += `\n${line}`
  }
  return messages.map((one) => ({ ...one, content: one.content.trimEnd() }))
}
