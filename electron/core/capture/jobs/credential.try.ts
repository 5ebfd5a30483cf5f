// Tries a log-in: the first items that the platform's interface gives are asked for, and nothing of them is kept.
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { credentialTry } from '../../../../shared/contract/credential.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { partsOf, secretsOf } from '../../../../shared/domain/account/credential.ts'
import { CaptureScope } from '../../../../shared/domain/capture/capture.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import { mkdir, rm } from '../../vault/cipher/fs-promises.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { listCaptures } from '../../vault/repository/capture/capture.ts'
import { MUNIMENT_VERSION } from '../../vault/version.ts'
import { type Exchange, isPage } from '../exchange.ts'
import { BOUNDS, fetcher } from '../http.ts'
import { orderMapping } from '../order-mapping.ts'
import { secretsIn, strippedText } from '../strip-secrets.ts'
import { type CaptureEnd, wayOf } from '../way.ts'

/** Enough for a log-in, the account and its first items. */
const MOST_ASKED = 12

export default work(credentialTry, false, async (context, { account: id, way: name, address }) => {
  const account = knownAccount(context.db, id, 'Nothing was asked.')
  const way = await wayOf(name)
  if (way === null || !name.startsWith('api/'))
    throw new MunimentError('CAPTURE_REFUSED', `“${name}” asks for no log-in. Nothing was asked.`)
  // An interface that nobody knows is asked as it was before.
  const before = listCaptures(context.db, id).find((one) => one.way === name)?.scope
  const scope = CaptureScope.parse({ address, depth: 1, ...(before?.mapping ? { mapping: before.mapping } : {}) })
  const mapping = orderMapping(context.db, name, scope)
  const credential = partsOf(context.credential(id))
  const spool = join(context.folder, 'staging', `try-${context.id}`)
  await mkdir(spool, { recursive: true })
  const began = performance.now()
  const now = () => Math.round(context.startedAt + performance.now() - began)
  const sleep = async (ms: number, signal: AbortSignal) => void (await setTimeout(ms, undefined, { signal }))
  const asked = fetcher({
    policy: { named: new URL(address).origin, origins: null },
    bounds: { ...BOUNDS, exchanges: MOST_ASKED, waitMs: 0, tries: 1, totalMs: 120_000, answerBytes: 64 << 20 },
    signal: context.signal,
    now,
    sleep,
    random: () => 0.5,
    userAgent: `Muniment/${MUNIMENT_VERSION} (records capture)`,
    spool,
    limit: () => {},
  })
  try {
    const steps = way.capture({
      account,
      scope,
      mapping,
      zone: readVaultFile(context.folder).zone,
      fetcher: asked,
      signal: context.signal,
      now,
      sleep: (ms) => sleep(ms, context.signal),
      earlier: () => null,
      shownBefore: () => 0,
      secret: (part) => credential.get(part) ?? null,
      learn: () => {},
      limit: () => {},
      pages: null,
      left: [],
      mark: async () => {},
      progress: () => {},
    })
    const answers: Exchange[] = []
    let step = await steps.next()
    for (; step.done !== true; step = await steps.next()) if (!isPage(step.value)) answers.push(step.value)
    const { works, held, sentence } = judged(step.value, answers, credential.size > 0)
    // What a server words may repeat what it was given, and a job keeps what it answers.
    return { works, held, sentence: strippedText(sentence, secretsIn(secretsOf(credential))) }
  } finally {
    asked.close()
    await rm(spool, { recursive: true, force: true })
  }
})

function judged({ outcome, sentence }: CaptureEnd, answers: readonly Exchange[], held: boolean) {
  const works =
    outcome !== 'lapsed' && outcome !== 'refused' && answers.some(({ status }) => status >= 200 && status < 300)
  const who = held ? 'The platform answers this log-in.' : 'The platform answers without a log-in.'
  return { works, held, sentence: works ? who : sentence }
}
