// Makes the package of produced items: nothing of the export is in it but the chosen items, their media, and where they stood.
import { join } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { ItemRef } from '../../../../shared/contract/produced.ts'
import type { Account } from '../../../../shared/domain/account/account.ts'
import { PlatformName } from '../../../../shared/domain/account/account.ts'
import { handleKey } from '../../../../shared/domain/account/handle.ts'
import { Digest } from '../../../../shared/domain/id.ts'
import { type Declaration, declarationLacks, type ProducedItems } from '../../../../shared/domain/intake/produced.ts'
import { safeFileName } from '../../../../shared/text/file-name.ts'
import type { JobContext } from '../../job/define.ts'
import { copyFile, mkdir, writeFile } from '../../vault/cipher/fs-promises.ts'
import type { GrantedFile } from '../../vault/handler.ts'
import { fileDigestOf } from '../digest.ts'
import type { Scratch } from '../lay-out.ts'
import { digestFolder } from '../seal-copy.ts'
import { sizeOf } from '../size.ts'
import { pick } from './choose.ts'
import { type LookedAt, lookAt } from './items.ts'
import { DECLARATION, type ProducedSheet, SHEET } from './sheet.ts'
import { digestOfMember, writeItems } from './write-files.ts'

export interface Production {
  readonly account: Account
  readonly sources: readonly GrantedFile[]
  readonly platform: string | null
  readonly by: string
  readonly title: string
  readonly declaration: Declaration | null
  readonly document: GrantedFile | null
  readonly items: readonly ItemRef[]
}

/**
 * Writes the package into a folder that is made.
 * @throws MunimentError PACKAGE_REFUSED, NOT_RECOGNISED, INPUT_INVALID, FILE_UNREADABLE; the folder is the caller's to take away
 */
export async function writeExcerpt(
  context: Pick<JobContext, 'signal' | 'progress' | 'actor' | 'startedAt'>,
  folder: string,
  scratch: Scratch,
  production: Production,
): Promise<void> {
  const { signal } = context
  const { account, sources, platform, by, title, declaration, items } = production
  await mkdir(folder, { recursive: true })
  const document = await keepDocument(folder, production.document, signal)
  const progress = (stage: string, done: number, total: number | null, unit: string) =>
    context.progress({ stage, done, total, unit })
  progress('opening', 0, null, 'files')
  const sheet = await lookAt(sources, scratch, platform, signal, async (seen): Promise<ProducedSheet> => {
    progress('choosing', 0, items.length, 'items')
    const choice = await pick(seen, items)
    progress('choosing', choice.chosen, items.length, 'items')
    const { files, used } = await writeItems(folder, seen, choice, by, signal)
    const rest = seen.tree.set.members.filter((member) => !used.has(member) && !seen.tree.opened.has(member))
    const notKept: ProducedSheet['notKept'] = []
    for (const member of rest) {
      signal.throwIfAborted()
      notKept.push({ size: member.size, digest: await digestOfMember(seen.tree, member, signal) })
      progress('accounting', notKept.length, rest.length, 'files')
    }
    const { plan } = seen
    const produced: ProducedItems = {
      by,
      title,
      declaration,
      document,
      from: await asReceived(sources, seen, signal),
      platform: PlatformName.parse(seen.platform.name),
      layout: plan.layout,
      parser: seen.platform.parser,
      chosen: choice.chosen,
      outOf: choice.outOf,
      filesNotKept: notKept.length,
      bytesNotKept: notKept.reduce((sum, { size }) => sum + size, 0),
    }
    return {
      form: 'items produced 1',
      produced,
      generatedAt: plan.generatedAt,
      ownerHandle: plan.ownerHandle,
      ownerNativeId: plan.ownerNativeId,
      enteredBy: context.actor.person,
      enteredAt: context.startedAt,
      files: [...files],
      notKept,
      findings: findingsOf(account, plan.ownerHandle, seen.platform.name, production),
    }
  })
  await writeFile(join(folder, SHEET), `${JSON.stringify(sheet, null, 1)}\n`)
}

async function keepDocument(
  folder: string,
  document: GrantedFile | null,
  signal: AbortSignal,
): Promise<ProducedItems['document']> {
  if (document === null) return null
  const name = safeFileName(document.name, new Map())
  const path = join(folder, DECLARATION, name)
  try {
    await mkdir(join(folder, DECLARATION), { recursive: true })
    await copyFile(document.path, path)
  } catch (error) {
    const sentence = `${document.name} could not be read. Nothing was kept.`
    throw new MunimentError('FILE_UNREADABLE', sentence, { cause: error })
  }
  return { name, size: await sizeOf(path, name), digest: hex(await fileDigestOf(path, signal)) }
}

/** What was handed in, file by file; what was unpacked counts as the archive that it was. */
function asReceived(sources: readonly GrantedFile[], { laid }: LookedAt, signal: AbortSignal) {
  const outer = laid.sources.filter(({ inside }) => inside === undefined)
  return Promise.all(
    sources.map(async ({ path, name }, place) => {
      const folder = outer[place]?.form === 'folder'
      const digest = folder ? await digestFolder(path, signal) : await fileDigestOf(path, signal)
      return { name, size: await sizeOf(path, name), digest: hex(digest) }
    }),
  )
}

function findingsOf(
  account: Account,
  owner: string | null,
  platform: string,
  { by, declaration }: Production,
): ProducedSheet['findings'] {
  const others: string[] = []
  if (owner !== null && handleKey(owner) !== handleKey(account.handle))
    others.push(`The export says that it belongs to @${owner}; its items were taken in for @${account.handle}.`)
  if (platform !== account.platform)
    others.push(`The export is one of ${platform}; the account is registered on ${account.platform}.`)
  if (account.personal !== undefined && account.personal.toLowerCase() !== by.toLowerCase())
    others.push(`The account is registered as ${account.personal}’s own; the items were produced by ${by}.`)
  return [
    ...(declaration === null ? [] : declarationLacks(declaration)).map((sentence) => ({
      code: 'declaration',
      sentence,
    })),
    ...others.map((sentence) => ({ code: 'producer', sentence })),
  ]
}

function hex(bytes: Uint8Array): Digest {
  return Digest.parse(Buffer.from(bytes).toString('hex'))
}
