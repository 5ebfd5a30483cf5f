// Owns making a platform from what it says of itself: recognition, plan, reading.
import { PlatformName } from '../../../../shared/domain/account/account.ts'
import type { ImportFinding } from '../checkpoint.ts'
import type { EmbeddedFile, ExportPlan, ExportTree, FilePlan, Platform } from '../platform.ts'
import { claimsOf, confidenceOf, evidenceOf } from './claims.ts'
import { isHollow } from './hollow.ts'
import { looksLikeMedia, mediaFinder } from './media-finder.ts'
import { refuseSilence } from './nothing-read.ts'
import { once } from './once.ts'
import { survey } from './peek.ts'
import type { Claim, PlatformSpec } from './spec.ts'

/** A platform from its own words (spec.ts). */
export function definePlatform<State>(spec: PlatformSpec<State>): Platform {
  const look = once(async (tree: ExportTree, signal: AbortSignal) => {
    const seen = await survey(tree, signal)
    const claims = claimsOf(seen, spec)
    return { claims, about: await spec.about(seen, claims, signal) }
  })

  const plan = async (tree: ExportTree, signal: AbortSignal): Promise<ExportPlan> => {
    const { claims, about } = await look(tree, signal)
    const files = [...claims]
      .sort(([one, own], [other, its]) => (own.order ?? 0) - (its.order ?? 0) || byName(one.name, other.name))
      .map(([{ member, name }, claim]): FilePlan => planOf(claim, { member, name }))
    // An empty list says nothing of itself: it is a section that is there, with nothing in it, and no file that nobody knows.
    for (const peek of (await survey(tree, signal)).peeks) {
      if (claims.has(peek) || !isHollow(peek)) continue
      const { member, name } = peek
      files.push({ member, name, type: 'list', claimed: null, use: 'records', note: 'An empty list.' })
    }
    const claimed = new Set(files.map(({ member }) => member))
    const isMedia = spec.isMedia ?? looksLikeMedia
    const media = tree.set.members.filter(
      (member) => !claimed.has(member) && member.finding === null && isMedia(tree.nameOf(member)),
    )
    return {
      layout: about.layout,
      ownerHandle: about.ownerHandle,
      ownerNativeId: about.ownerNativeId,
      generatedAt: about.generatedAt,
      files,
      absent: about.absent ?? [],
      mediaFolders: [],
      mediaNames: new Set(media.map((member) => tree.nameOf(member))),
      findings: about.findings ?? [],
    }
  }

  return {
    name: spec.name,
    parser: spec.parser,
    title: spec.title,
    neverExported: spec.neverExported,
    excerpt: spec.excerpt ?? false,
    ...(spec.texts === undefined ? {} : { texts: spec.texts }),
    ...(spec.leaveOut === undefined ? {} : { leaveOut: spec.leaveOut }),
    ...(spec.itemAt === undefined ? {} : { itemAt: spec.itemAt }),
    recognise: async (tree, signal) => {
      const seen = await survey(tree, signal)
      const claims = claimsOf(seen, spec)
      const confidence = confidenceOf(claims)
      if (confidence === 0) return null
      const { about } = await look(tree, signal)
      const { layout, ownerHandle, ownerNativeId, ownerName, generatedAt } = about
      return {
        platform: PlatformName.parse(spec.name),
        title: spec.title,
        confidence,
        evidence: evidenceOf(claims, spec.title, about),
        layout,
        ownerHandle,
        ownerNativeId,
        ownerName,
        generatedAt,
      }
    },
    mixed: async (tree, signal) => {
      const seen = await survey(tree, signal)
      return spec.mixed?.(seen, claimsOf(seen, spec)) ?? null
    },
    plan,
    ...(spec.embedded === undefined ? {} : { embedded: (tree, _plan, signal) => embeddedIn(spec, tree, signal) }),
    open: async (tree, made, _folder, signal) => {
      const { claims, about } = await look(tree, signal)
      const state = await spec.prepare(await survey(tree, signal), claims, signal)
      const media = mediaFinder(made.mediaNames ?? new Set())
      let findings: ImportFinding[] = []
      return {
        read: async function* (file, own) {
          const reader = spec.readers[file.type]
          if (reader === undefined) return
          const told = new Set<string>()
          const odd = (code: string, sentence: string) => {
            if (told.has(code)) return
            told.add(code)
            findings.push({ code, file: file.name, position: null, sentence })
          }
          let read = 0
          for await (const items of reader({ tree, file, about, state, media, odd, signal: own })) {
            read += items.length
            yield items
          }
          if (read === 0 && told.size === 0) await refuseSilence(tree, file, spec.title, own)
        },
        findings: () => {
          const found = findings
          findings = []
          return found
        },
        close: async () => {},
      }
    },
  }

  function planOf(claim: Claim, named: Pick<FilePlan, 'member' | 'name'>): FilePlan {
    const base = { ...named, type: claim.type, claimed: claim.claimed ?? null, note: claim.note ?? null }
    const use = claim.use ?? (spec.readers[claim.type] === undefined ? 'unread' : 'records')
    return claim.group === undefined ? { ...base, use } : { ...base, use, group: claim.group }
  }
}

async function* embeddedIn<State>(
  spec: PlatformSpec<State>,
  tree: ExportTree,
  signal: AbortSignal,
): AsyncGenerator<EmbeddedFile> {
  const seen = await survey(tree, signal)
  yield* spec.embedded?.(seen, claimsOf(seen, spec), signal) ?? []
}

const names = new Intl.Collator('en', { numeric: true })

/** Numbers in names count as numbers: `message_10` comes after `message_2`. */
function byName(one: string, other: string): number {
  return names.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0)
}
