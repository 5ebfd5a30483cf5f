// What an import would bring, read through the platform's own reader without storing anything.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { IntakePreview } from '../../../shared/contract/intake.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { handleKey } from '../../../shared/domain/account/handle.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import type { MappingName, SavedMapping } from '../../../shared/domain/intake/mapping.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import type { GrantedFile } from '../vault/handler.ts'
import { findAccount } from '../vault/repository/account/people.ts'
import { holdsOverAccount } from '../vault/repository/disposition/held.ts'
import { mappingNamed } from '../vault/repository/intake/mapping.ts'
import type { Scratch } from './lay-out.ts'
import { usuallyLeftOut } from './leave-out.ts'
import { layOut } from './nested.ts'
import type { ExportPlan } from './platform.ts'
import { choosePlatform, recogniseTree } from './platforms.ts'
import { countItems } from './preview-count.ts'
import { groupsIn, typesIn } from './preview-groups.ts'
import { whyUnreadable } from './refuse.ts'
import { sizeOf } from './size.ts'
import { openTree } from './tree.ts'

/** More than this is not read twice: what the plan says is told. */
const MOST_BYTES = 200 * 2 ** 20

interface Asked {
  readonly account: AccountId | null
  readonly platform: string | null
  readonly mapping: MappingName | null
}

/** @throws MunimentError FILE_UNREADABLE; the signal's reason */
export async function previewImport(
  db: Driver,
  sources: readonly GrantedFile[],
  scratch: Scratch,
  asked: Asked,
  signal: AbortSignal,
): Promise<IntakePreview> {
  const sizes = await Promise.all(sources.map(({ path, name }) => sizeOf(path, name)))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  const laid = await layOut(sources, scratch, signal)
  if (laid.refusals.length > 0) return { recognitions: [], refusals: [...laid.refusals], bytes, export: null }
  const tree = await openTree(laid.sources, signal)
  try {
    const unreadable = whyUnreadable(tree)
    if (unreadable.length > 0) return { recognitions: [], refusals: unreadable, bytes, export: null }
    const recognitions = await recogniseTree(tree, signal)
    const mapping = asked.mapping === null ? null : mappingNamed(db, asked.mapping)
    const said = { platform: asked.platform, mapping }
    const platform = await choosePlatform(tree, said, signal).catch(noneKnown)
    if (platform === null) return { recognitions, refusals: [], bytes, export: null }
    const mixed = await platform.mixed(tree, signal)
    if (mixed !== null) return { recognitions, refusals: [mixed], bytes, export: null }
    const plan = await platform.plan(tree, signal)
    const size = plan.files.reduce((sum, { use, member }) => sum + (use === 'records' ? member.size : 0), 0)
    const reader = size > MOST_BYTES ? null : await platform.open(tree, plan, scratch.folder, signal)
    const counted = reader && (await countItems(db, asked.account, plan, reader, signal))
    const holds = asked.account === null ? [] : holdsOverAccount(db, asked.account)
    const leaves = new Set(holds.length > 0 ? [] : usuallyLeftOut(platform))
    return {
      recognitions,
      refusals: [],
      bytes,
      export: {
        platform: mapping?.rules.platform ?? PlatformName.parse(platform.name),
        layout: plan.layout,
        ownerHandle: plan.ownerHandle,
        ownerNativeId: plan.ownerNativeId,
        ownerWarning: ownerWarning(db, plan, asked.account) ?? platformWarning(db, mapping, asked.account),
        generatedAt: plan.generatedAt,
        period: counted?.period ?? null,
        kinds: counted?.kinds ?? null,
        types: typesIn(plan),
        failed: counted?.failed ?? 0,
        compared: counted?.compared ?? null,
        partial: counted === null ? TOO_LARGE : null,
        groups: groupsIn(tree, plan, leaves, new Set(fileParts(laid.sources))),
        holds,
      },
    }
  } finally {
    await tree.set.close()
  }
}

const TOO_LARGE =
  'The export is too large to be read twice. What is new in it is told when it is imported; what it claims to hold stands here.'

/** Parts that are one lone file, of which nothing can be left out. */
function fileParts(sources: readonly { readonly form: string }[]): number[] {
  return sources.flatMap(({ form }, part) => (form === 'file' ? [part] : []))
}

function noneKnown(error: unknown): null {
  if (error instanceof MunimentError && error.code === 'NOT_RECOGNISED') return null
  throw error
}

/** A mapping says of which platform its rows are; an account is of one. */
function platformWarning(db: Driver, mapping: SavedMapping | null, id: AccountId | null): string | null {
  const account = id === null ? null : findAccount(db, id)
  if (account === null || mapping === null || account.platform === mapping.rules.platform) return null
  return `The mapping “${mapping.name}” says that its rows are of ${mapping.rules.platform}, but you chose @${account.handle} on ${account.platform}.`
}

/** The platform's own number decides where both are known; handles differ in case only by accident. */
function ownerWarning(db: Driver, { ownerHandle, ownerNativeId }: ExportPlan, id: AccountId | null): string | null {
  const account = id === null ? null : findAccount(db, id)
  if (account === null) return null
  const { handle, nativeId } = account
  const chosen = `@${handle}`
  if (nativeId !== null && ownerNativeId !== null) {
    if (nativeId === ownerNativeId) return null
    const whose = ownerHandle === null ? `account number ${ownerNativeId}` : `@${ownerHandle} (number ${ownerNativeId})`
    return `The export says that it belongs to ${whose}, but you chose ${chosen} (number ${nativeId}).`
  }
  if (ownerHandle === null || handleKey(ownerHandle) === handleKey(handle)) return null
  return `The export says that it belongs to @${ownerHandle}, but you chose ${chosen}.`
}
