// Single items that a person produced from a personal account: read again from their own bytes as their platform read them (docs/formats/produced.md).
import { PlatformName } from '../../../../../shared/domain/account/account.ts'
import type { ExportPlan, ExportTree, FilePlan, Platform } from '../../platform.ts'
import { DECLARATION, MEDIA, type ProducedSheet, SHEET } from '../../produced/sheet.ts'
import { itemsOf, readSheet, wholeMember } from './read-package.ts'

const produced: Platform = {
  name: 'produced',
  parser: 'produced 1',
  title: 'Items produced from a personal account',
  neverExported: [
    'Only the items are here that the holder of the account produced: what else the account holds was not taken in.',
  ],
  excerpt: true,
  recognise: async (tree, signal) => {
    const sheet = await readSheet(tree, signal)
    if (sheet === null) return null
    return {
      platform: PlatformName.parse('produced'),
      title: 'Items produced from a personal account',
      confidence: 0.99,
      evidence: [`Its sheet says that ${sheet.produced.by} produced ${sheet.produced.chosen} items.`],
      layout: 'sheet',
      ownerHandle: sheet.ownerHandle,
      ownerNativeId: sheet.ownerNativeId,
      ownerName: null,
      generatedAt: sheet.generatedAt,
    }
  },
  mixed: async () => null,
  plan: async (tree, signal) => planOf(tree, await readSheet(tree, signal)),
  open: async (tree, plan, _folder, signal) => {
    const sheet = await readSheet(tree, signal)
    const bytes = new Map<string, Buffer>()
    for (const file of sheet?.files ?? []) {
      const member = tree.byName.get(file.member)
      if (member !== undefined) bytes.set(file.member, await wholeMember(tree, member, signal))
    }
    return {
      read: async function* (file: FilePlan) {
        if (sheet !== null) yield itemsOf(sheet, plan.files.indexOf(file), bytes)
      },
      findings: () => [],
      close: async () => {},
    }
  },
}

export default produced

/** The files of items first, in the sheet's order: joined items are known by it. */
function planOf(tree: ExportTree, sheet: ProducedSheet | null): ExportPlan {
  const items = (sheet?.files ?? []).flatMap(({ name, member: path, type, items: { length: claimed } }): FilePlan[] => {
    const member = tree.byName.get(path)
    return member === undefined ? [] : [{ member, name, type, claimed, use: 'records', note: null }]
  })
  const others = tree.set.members.flatMap((member): FilePlan[] => {
    const name = tree.nameOf(member)
    const note =
      name === SHEET
        ? 'Who produced the items, the declaration, and where each item stood.'
        : name.startsWith(`${DECLARATION}/`)
          ? 'The declaration of the search, as it was handed in.'
          : null
    return note === null ? [] : [{ member, name, type: 'production', claimed: null, use: 'unread', note }]
  })
  return {
    layout: 'sheet',
    ownerHandle: sheet?.ownerHandle ?? null,
    ownerNativeId: sheet?.ownerNativeId ?? null,
    generatedAt: sheet?.generatedAt ?? null,
    files: [...items, ...others],
    absent: [],
    mediaFolders: [MEDIA],
    findings: (sheet?.findings ?? []).map(({ code, sentence }) => ({ code, file: null, sentence })),
    ...(sheet === null ? {} : { produced: sheet.produced }),
  }
}
