// The views of a page: what counts as whole where one of them cannot be taken, and what is told of those that do not show all.
import { expect, test } from 'vitest'
import { takeViews, type ViewContext } from '../../../electron/browser/views.ts'

const limits: ViewContext['limits'] = {
  ...{ pages: 1, items: 1, rounds: 1, pageMs: 1000, viewMs: 200, answerMs: 100 },
  ...{ answerBytes: 1000, allBytes: 1000, quietMs: 10 },
}
const state = '<html><article>The pool opens.</article></html>'

interface Wrong {
  readonly signedIn?: boolean
  readonly fails?: 'tidy' | 'words' | 'unscript' | 'Page.captureScreenshot'
  readonly outerHTML?: string
  readonly height?: number
  readonly words?: string
}

/** Takes the views of a page that does as it is told, but for one thing. */
async function viewsOf({ signedIn = false, fails, outerHTML = state, height = 900, words = 'The pool opens.' }: Wrong) {
  const kept: string[] = []
  const done = async (what: string) => {
    if (what === fails) throw new Error('it does not answer')
  }
  const answers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'Page.getLayoutMetrics': { cssContentSize: { height } },
    'Page.captureScreenshot': { data: '' },
    'DOM.getDocument': { root: { nodeId: 1 } },
    'DOM.getOuterHTML': { outerHTML },
  }
  const taken = await takeViews(
    {
      tidy: () => done('tidy'),
      unscript: () => done('unscript'),
      words: async () => {
        await done('words')
        return words
      },
    },
    {
      contents: { printToPDF: async () => Buffer.from('%PDF-') },
      page: {
        call: async (method) => {
          await done(method)
          return answers[method] ?? {}
        },
      },
      limits,
      signedIn,
      keepView: async (of) => void kept.push(of),
      stopped: new AbortController().signal,
    },
  )
  return { ...taken, kept }
}

test('a page whose views all come is whole', async () => {
  expect(await viewsOf({})).toEqual({
    lacking: [],
    whole: true,
    told: [],
    kept: ['text', 'screenshot', 'pdf', 'dom'],
  })
})

test.each<[string, Wrong, string, boolean]>([
  ['words', { fails: 'words' }, 'its words', false],
  ['state', { fails: 'unscript' }, 'its state', false],
  ['state, which is too large', { outerHTML: 'x'.repeat((24 << 20) + 1) }, 'its state', false],
  ['picture', { fails: 'Page.captureScreenshot' }, 'its picture', true],
  ['own parts, of a page that everybody sees,', { fails: 'tidy' }, 'its own parts', true],
])('a page without its %s says so, and is whole only where the rest still tells what it showed', async (...given) => {
  const [, wrong, lacking, whole] = given
  expect(await viewsOf(wrong)).toMatchObject({ lacking: [lacking], whole })
})

test('of a page seen with a log-in nothing is kept where the operator’s own parts could not be taken out', async () => {
  expect(await viewsOf({ signedIn: true, fails: 'tidy' })).toMatchObject({ whole: false, kept: [] })
})

test('a picture or words that do not go on to the end of the page say so', async () => {
  const { told, whole } = await viewsOf({ height: 20_000, words: 'x'.repeat(4_000_000) })
  expect(whole).toBe(true)
  expect(told).toEqual([
    'of its words the first 4,000,000 letters were kept',
    'its picture shows the uppermost 16,384 of its 20,000 pixels; its print, words and state go on to its end',
  ])
})
