// One captured page in ReplayWeb.page, held against what was kept of it: the bytes of its answer, its words once it is scrolled and opened by the same
// script as it was then, its pictures.
import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { Frame } from 'playwright-core'
import { z } from 'zod'
import { pageScript } from '../../../build/packet-page.ts'
import { behaviourFor } from '../../../electron/core/capture/ways/page/behaviours.ts'
import type { ReadWacz, WaczAnswer } from '../../support/wacz.ts'
import type { Showing } from './replay-host.ts'
import { type ReplayWindow, replayFrame } from './replay-window.ts'
import { lackingIn } from './words.ts'

type Listed = ReadWacz['pages'][number]

interface Opened {
  readonly pictures: number
  readonly faults: readonly string[]
}

/** Of a page's words: a page that says how long ago something was says it otherwise each time. */
const MOST_LACKING = 0.02
/** Lacking words that a fault names. */
const MOST_NAMED = 12
const QUIET_ROUNDS = 3
const MOST_ROUNDS = 40
const ROUND_MS = 300
const PICTURES_MS = 10_000
const MOST_LETTERS = 4_000_000

const script = pageScript(resolve(import.meta.dirname, '../../../electron/browser/in-page/main.ts'))
const Round = z.object({ items: z.number(), pressed: z.number(), height: z.number() })
const Pictures = z.array(z.object({ address: z.string(), shown: z.boolean() }))

/**
 * Opens a page and holds it against what was kept.
 * @param end the answers of success that it leads to @param answers all of the package
 */
export async function openedPage(
  window: ReplayWindow,
  showing: Showing,
  page: Listed,
  end: readonly WaczAnswer[],
  answers: readonly WaczAnswer[],
): Promise<Opened> {
  const { app, shown } = await replayFrame(window, showing)
  const faults: string[] = []
  const stamp = page.at.replace(/\D/g, '').slice(0, 14)
  const digest = await digestOf(app, `${showing.replayed}${stamp}id_/${page.url}`)
  if (!end.some(({ sha256 }) => sha256 === digest)) faults.push('is answered with other bytes than were kept')
  if (shown === null || !end.some((answer) => /html/i.test(answer.field('content-type'))))
    return { pictures: 0, faults }
  if (page.words?.trim() === '') {
    const title = await shown.title()
    if (title !== page.title) faults.push(`is titled “${title}” in place of “${page.title}”`)
  } else if (page.words !== null) {
    const { share, words } = lackingIn(await wordsAtItsEnd(shown, page.url), page.words)
    const some = words.slice(0, MOST_NAMED).join(' ')
    if (share > MOST_LACKING) faults.push(`lacks ${(share * 100).toFixed(1)} % of its words: ${some}`)
  }
  const pictures = await picturesOf(shown, answers)
  for (const { address } of pictures.filter((one) => !one.shown)) faults.push(`does not show ${address}`)
  return { pictures: pictures.length, faults }
}

async function digestOf(app: Frame, address: string): Promise<string> {
  const base64 = z.string().parse(
    await app.evaluate(async (at) => {
      const blob = await (await fetch(at)).blob()
      const { promise, resolve: done } = Promise.withResolvers<string>()
      const reader = new FileReader()
      reader.addEventListener('load', () => done(String(reader.result)))
      reader.readAsDataURL(blob)
      return (await promise).replace(/^[^,]*,?/, '')
    }, address),
  )
  return createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')
}

/** Scrolls and presses until nothing more comes, as the capture did. */
async function wordsAtItsEnd(frame: Frame, address: string): Promise<string> {
  const behaviour = JSON.stringify(behaviourFor(address))
  await frame.evaluate(`(() => { ${await script}; window.readerOfPages = packetPage })()`)
  let before = ''
  for (let [nth, quiet] = [0, 0]; nth < MOST_ROUNDS && quiet < QUIET_ROUNDS; nth++) {
    const { items, pressed, height } = Round.parse(await frame.evaluate(`readerOfPages.round(${behaviour}, null)`))
    await frame.waitForTimeout(ROUND_MS)
    const now = `${items} ${height}`
    quiet = pressed === 0 && now === before ? quiet + 1 : 0
    before = now
  }
  await frame.evaluate(`readerOfPages.tidy(${behaviour})`)
  return z.string().parse(await frame.evaluate(`readerOfPages.words(${behaviour}, ${MOST_LETTERS})`))
}

/** The page's pictures whose answers are in the package. */
async function picturesOf(frame: Frame, answers: readonly WaczAnswer[]) {
  const kept = new Set(
    answers
      .filter(({ status, field }) => status === 200 && /^image\//.test(field('content-type')))
      .map(({ url }) => url),
  )
  const look = async () => {
    const all = Pictures.parse(
      await frame.evaluate(() =>
        [...document.images].map((one) => ({ address: one.src, shown: one.complete && one.naturalWidth > 0 })),
      ),
    )
    return all
      .map(({ address, shown }) => ({ address: address.replace(/^.*?\/\d*(?:mp|im|if)_\//, ''), shown }))
      .filter(({ address }) => kept.has(address))
  }
  const until = Date.now() + PICTURES_MS
  for (;;) {
    const pictures = await look()
    if (pictures.every(({ shown }) => shown) || Date.now() > until) return pictures
    await frame.waitForTimeout(ROUND_MS)
  }
}
