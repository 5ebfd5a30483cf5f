// A capture: everything that comes is stored as a package, and the package is taken in like any other. Killed before that is sealed, it goes on
// from its last page or answer, where its way marks them, and begins anew otherwise.
import { join } from 'node:path'
import { type CaptureOrder, captureRun } from '../../../../shared/contract/capture.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Account } from '../../../../shared/domain/account/account.ts'
import { partsOf, secretsOf } from '../../../../shared/domain/account/credential.ts'
import type { CaptureFacts } from '../../../../shared/domain/capture/capture.ts'
import { loginOf } from '../../../../shared/domain/capture/login.ts'
import type { CaptureTerms } from '../../../../shared/domain/capture/terms.ts'
import { CaptureId, type GrantId } from '../../../../shared/domain/id.ts'
import type { SavedMapping } from '../../../../shared/domain/intake/mapping.ts'
import captureBegin from '../../capture/batches/capture.begin.ts'
import captureCompared from '../../capture/batches/capture.compared.ts'
import captureEnd from '../../capture/batches/capture.end.ts'
import { noLongerShown, shownBefore } from '../../capture/compare.ts'
import { hasMarks, type Left, leftBehind } from '../../capture/journal.ts'
import { orderMapping } from '../../capture/order-mapping.ts'
import { type Recorded, recordCapture } from '../../capture/record-capture.ts'
import { signerOf } from '../../capture/sign.ts'
import { WARC_PATH } from '../../capture/wacz.ts'
import { type CaptureWay, wayOf } from '../../capture/way.ts'
import { termsRead } from '../../capture/ways/page/may-capture.ts'
import { pageMeans } from '../../capture/ways/page/means.ts'
import { beginImport } from '../../intake/begin.ts'
import { grantedFiles } from '../../intake/granted.ts'
import { takeIn } from '../../intake/run-import.ts'
import { type JobContext, work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import { readFileSync } from '../../vault/cipher/fs.ts'
import { mkdir, rm } from '../../vault/cipher/fs-promises.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { captureStaging } from '../../vault/packages/place.ts'
import { captureOfJob, validatorOf } from '../../vault/repository/capture/capture.ts'

/** Bytes; a job’s randomness is drawn in such pieces. */
const BLOCK = 16

export default work(captureRun, true, async (context, { signWith, ...order }) => {
  const account = knownAccount(context.db, order.account, 'Nothing was captured; add it first.')
  refusePersonal(account)
  const terms = termsRead(order, account)
  const way = await wayOf(order.way)
  if (way === null)
    throw new MunimentError(
      'CAPTURE_REFUSED',
      `This version of Muniment does not capture by “${order.way}”. Nothing was captured.`,
    )
  const mapping = orderMapping(context.db, order.way, order.scope)
  const folder = captureStaging(context.folder, context.id)
  let isLeft = false
  try {
    const before = captureOfJob(context.db, context.id)
    if (before?.facts != null && context.checkpoint !== null) {
      // It was sealed before it was interrupted: what is left is to read it.
      const taken = await takeIn(context, order.account, () => Promise.reject(new Error('it was sealed already')))
      await compare(context, before.capture.id)
      return ended(before.capture.id, before.facts, taken)
    }
    const login = loginOf(order.way, (part) => partsOf(context.credential(order.account)).get(part) ?? null)
    const left = before === null ? null : await leftBehind(folder, join(folder, WARC_PATH), login)
    if (left === null) await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const { id, recorded } = await record(context, order, account, way, folder, signWith, terms, left, mapping)
    const { path, facts } = recorded
    if (path === null) return ended(id, facts, { accession: null, unexplained: 0 })
    const source = { path, name: `Capture ${id}.wacz`, mode: 'read' } as const
    // Stopped, what came is taken in all the same: it is little work, and what was seen cannot be seen again.
    const whole = context.signal.aborted ? { ...context, signal: new AbortController().signal } : context
    const chosen = { account: order.account, platform: 'web', mapping: null, leaveOut: [], attorney: order.attorney }
    const taken = await takeIn(whole, order.account, () => beginImport(whole, [source], chosen))
    await compare(whole, id)
    return ended(id, facts, taken)
  } catch (error) {
    // Room can be made on a disk; what was seen cannot be seen again.
    isLeft = !context.signal.aborted && hasMarks(folder)
    throw error
  } finally {
    if (!isLeft) await rm(folder, { recursive: true, force: true })
  }
})

/** What it no longer shows is written down at once, so that drafts for the log of removed posts do not wait for somebody to ask. */
async function compare(context: JobContext, capture: CaptureId): Promise<void> {
  const rows = noLongerShown(context.db, capture)
  if (rows.length > 0) await context.write(captureCompared, { capture, rows })
}

async function record(
  context: JobContext,
  order: CaptureOrder,
  account: Account,
  way: CaptureWay,
  folder: string,
  signWith: GrantId | null,
  terms: CaptureTerms | null,
  left: Left | null,
  mapping: SavedMapping | null,
) {
  const { db, signal } = context
  const began = performance.now()
  const { capture: id, at } = await context.write(captureBegin, { job: context.id, order, anew: left === null })
  const credential = partsOf(context.credential(order.account))
  let drawn = 0
  let confirmed: CaptureId | null = null
  const recorded: Recorded = await recordCapture({
    way,
    account,
    mapping,
    scope: order.scope,
    zone: readVaultFile(context.folder).zone,
    operator: context.actor.person,
    attorney: order.attorney,
    terms,
    pages: pageMeans(context, order.account),
    left,
    folder,
    signal,
    // The vault's clock, carried on by one that nobody sets back meanwhile.
    now: () => Math.round(at + performance.now() - began),
    random: (bytes) => {
      const drawing = Math.ceil(bytes / BLOCK) * BLOCK
      drawn += drawing
      return context.random(`capture ${at}`, drawn - drawing, drawing).subarray(0, bytes)
    },
    earlier: (address) => {
      const known = validatorOf(db, order.account, order.way, order.scope, address)
      if (known !== null && address === order.scope.address) confirmed = CaptureId.parse(known.capture)
      return known
    },
    shownBefore: shownBefore(db, { account: order.account, way: order.way, scope: order.scope }, id),
    secret: (name) => credential.get(name) ?? null,
    secrets: secretsOf(credential),
    signer: signWith === null ? null : signerOf(readKey(context, signWith)),
    progress: (done, total, unit, stage = 'capturing') => context.progress({ stage, done, total, unit }),
  })
  const { facts, validators } = recorded
  const sameAs = facts.outcome === 'unchanged' ? confirmed : null
  await context.write(captureEnd, { capture: id, account: order.account, facts, sameAs, validators })
  return { id, recorded }
}

function ended(
  capture: CaptureId,
  { outcome, sentence }: CaptureFacts,
  { accession, unexplained }: { readonly accession: number | null; readonly unexplained: number },
) {
  return { capture, accession, outcome, sentence, unexplained }
}

function readKey(context: JobContext, grant: GrantId): string {
  const [file] = grantedFiles(context.files, [grant])
  try {
    return readFileSync(file?.path ?? '', 'utf8')
  } catch (error) {
    throw new MunimentError('FILE_UNREADABLE', 'The key to sign with could not be read. Nothing was captured.', {
      cause: error,
    })
  }
}

function refusePersonal({ personal, handle }: Account): void {
  if (personal === undefined) return
  throw new MunimentError(
    'ACCOUNT_PERSONAL',
    `@${handle} is the personal account of ${personal}. Nothing was captured: from a personal account only the items are taken in that its holder produces.`,
  )
}
