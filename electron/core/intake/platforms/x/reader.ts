// Owns reading an X export file by file, and what must be known between files: notes of posts, ids that headers repeat.
import { MemberError } from '../../archive/archive.ts'
import type { ImportFinding } from '../../checkpoint.ts'
import type { ReadItem } from '../../draft.ts'
import type { ExportPlan, ExportReader, ExportTree, FilePlan } from '../../platform.ts'
import { byteStore } from './byte-store.ts'
import type { Drafting } from './drafting.ts'
import { elements } from './elements.ts'
import { READ_TYPES, type ReadType, type Shape } from './file-type.ts'
import { idSet } from './id-set.ts'
import { type Maker, makerFor } from './makers.ts'
import { mediaFoldersFor } from './media-folders.ts'
import { mediaIndex } from './media-index.ts'
import { type NoteIndex, noteIndex } from './note-index.ts'
import { oddities } from './oddities.ts'
import { survey } from './survey.ts'
import { tableItems } from './table.ts'
import { latestFor } from './time.ts'

const GROUP = 512

/** Which files must have been read before those of a shape: a resumed import has not read them in this run. */
const NEEDS: Partial<Record<Shape, Shape>> = {
  post: 'post',
  'post-row': 'post',
  note: 'post',
  'post-header': 'post',
  'conversation-header': 'conversation',
}

/** Which files repeat the ids of a shape: only then are they remembered. */
const REPEATED: Partial<Record<Shape, readonly Shape[]>> = {
  post: ['post-header', 'post-row'],
  conversation: ['conversation-header'],
}

/**
 * Opens an export for reading, having read its notes.
 * @param folder where notes are kept when they are many
 */
export async function openReader(
  tree: ExportTree,
  plan: ExportPlan,
  folder: string,
  signal: AbortSignal,
): Promise<ExportReader> {
  const seen = await survey(tree, signal)
  const store = byteStore(folder)
  const notes = noteIndex(store)
  await readNotes(tree, plan, notes, signal)
  const ids = { live: idSet(), deleted: idSet(), messages: idSet() }
  const shapes = new Set(plan.files.map((file) => typeOf(file)?.shape))
  const read = new Set<FilePlan>()
  let findings: ImportFinding[] = []
  const { ownerHandle, ownerNativeId, generatedAt } = plan
  const atLatest = generatedAt === null ? null : latestFor(generatedAt, '')
  const shared = {
    owner: { handle: ownerHandle ?? '', nativeId: ownerNativeId },
    latest: (id: string) => atLatest ?? latestFor(null, id),
  }

  async function* items(
    file: FilePlan,
    type: ReadType,
    own: AbortSignal,
    tell: boolean,
  ): AsyncGenerator<readonly ReadItem[]> {
    const odd = oddities()
    const folders = mediaFoldersFor(file.type, plan.mediaFolders, seen)
    const drafting: Omit<Drafting, 'odd'> = { ...shared, media: mediaIndex(tree, folders, type.mediaFolder ?? '') }
    const remember = REPEATED[type.shape]?.some((shape) => shapes.has(shape)) === true
    const reading = { place: plan.files.indexOf(file), type, drafting, notes, ids, remember, oddities: odd }
    try {
      if (type.shape === 'post-row') yield* tableItems(tree, file, own, reading)
      else {
        const make = makerFor(reading)
        for await (const group of elements(tree, file, own)) yield* inGroups(group, make)
      }
    } finally {
      read.add(file)
      if (tell) findings = [...findings, ...odd.findings(file.name)]
    }
  }

  /** Reads again what an earlier run had read and this one needs to know. */
  async function catchUp(file: FilePlan, shape: Shape, own: AbortSignal): Promise<void> {
    if (shape === 'post' && notes.empty) return
    for (const earlier of plan.files.slice(0, plan.files.indexOf(file))) {
      const type = typeOf(earlier)
      if (type === null || type.shape !== NEEDS[shape] || read.has(earlier)) continue
      try {
        for await (const _ of items(earlier, type, own, false)) own.throwIfAborted()
      } catch (error) {
        // What is wrong with that file was told when it was read.
        if (!(error instanceof MemberError)) throw error
      }
    }
  }

  return {
    read: async function* (file, own) {
      const type = typeOf(file)
      if (type === null) return
      await catchUp(file, type.shape, own)
      yield* items(file, type, own, true)
    },
    findings: () => {
      const found = findings
      findings = []
      return found
    },
    close: async () => store.close(),
  }
}

function typeOf(file: FilePlan): ReadType | null {
  return file.use === 'records' ? (READ_TYPES.get(file.type) ?? null) : null
}

function* inGroups(group: readonly Parameters<Maker>[0][], make: Maker): Generator<readonly ReadItem[]> {
  let made: ReadItem[] = []
  for (const element of group) {
    for (const item of make(element)) {
      made.push(item)
      if (made.length < GROUP) continue
      yield made
      made = []
    }
  }
  if (made.length > 0) yield made
}

async function readNotes(tree: ExportTree, plan: ExportPlan, notes: NoteIndex, signal: AbortSignal): Promise<void> {
  for (const [place, file] of plan.files.entries()) {
    const type = typeOf(file)
    if (type?.shape !== 'note') continue
    try {
      for await (const group of elements(tree, file, signal)) {
        for (const { index, start, bytes } of group) {
          if (bytes !== null) notes.add(place, index, start, bytes, type.deleted === true)
        }
      }
    } catch (error) {
      // Told when the file's own turn comes; what stands before the damage is known.
      if (!(error instanceof MemberError)) throw error
    }
  }
}
