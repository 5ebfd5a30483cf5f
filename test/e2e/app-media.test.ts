// Records' bytes in the real app: served as leased, cut off when revoked, harmless whatever they are, and never kept by the browser.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchApp, type RunningApp, temporaryFolder, untilVault } from './support/app.ts'
import { hostileDrawing, hostilePage, picture, silence } from './support/media.ts'
import { fetchRecord, readUntilCut, showInPage } from './support/record-probes.ts'
import { pretendVault, putObject, shellWithPretendedHost } from './support/shell-app.ts'

const marker = 'marker-of-a-record-that-stays-in-the-vault'
let folder: string
let vault: string
let running: RunningApp

beforeAll(async () => {
  folder = await temporaryFolder()
  vault = await pretendVault(folder)
  running = await launchApp({ appFolder: await shellWithPretendedHost(folder), args: [vault] })
  await untilVault(running.page, 'open')
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const always = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

test('a record’s bytes are its own, from first to last, and none of its neighbours’', async () => {
  const digest = await putObject(vault, Buffer.from('0123456789'), 'image/png')
  expect(await fetchRecord(running.app, digest)).toEqual({
    status: 200,
    text: '0123456789',
    headers: { ...always, 'accept-ranges': 'bytes', 'content-length': '10', 'content-type': 'image/png' },
  })
})

test.each([
  ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
  ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
  ['bytes=-3', 206, '789', 'bytes 7-9/10'],
  ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
  ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
  ['bytes=9-9', 206, '9', 'bytes 9-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=-0', 416, '', 'bytes */10'],
  ['bytes=5-2', 200, '0123456789', undefined],
  ['bytes=0-1,3-4', 200, '0123456789', undefined],
  ['bytes=-', 200, '0123456789', undefined],
  ['lines=0-1', 200, '0123456789', undefined],
])('a range %s is answered with %i', async (range, status, text, contentRange) => {
  const digest = await putObject(vault, Buffer.from('0123456789'), 'video/mp4')
  const answer = await fetchRecord(running.app, digest, { Range: range })
  expect([answer.status, answer.text, answer.headers['content-range']]).toEqual([status, text, contentRange])
})

test.each([
  'image/svg+xml',
  'text/html',
  'text/css',
  'text/javascript',
  'application/pdf',
  'application/xhtml+xml',
  'image/png; charset=x',
  'IMAGE/PNG',
  'constructor',
])('bytes that a vault calls %s are handed over as bytes only', async (mime) => {
  const digest = await putObject(vault, hostilePage, mime)
  expect((await fetchRecord(running.app, digest)).headers).toEqual({
    ...always,
    'accept-ranges': 'bytes',
    'content-disposition': 'attachment',
    'content-length': String(hostilePage.length),
    'content-type': 'application/octet-stream',
  })
})

test('nothing else is at the records’ host', async () => {
  const digest = await putObject(vault, Buffer.from('x'), 'image/png')
  const paths = [
    '',
    'index.html',
    '../index.html',
    digest.toUpperCase(),
    `${digest}/`,
    `${digest}?x`,
    `${digest}0`,
    '0'.repeat(64),
  ]
  const answers = await Promise.all(paths.map((path) => fetchRecord(running.app, path)))
  expect(answers.map(({ status, text }) => `${status}${text}`)).toEqual(paths.map(() => '404'))
})

test('a photo is seen, a recording can be played from any place', async () => {
  const photo = await putObject(vault, picture('a photo'), 'image/png')
  const sound = await putObject(vault, silence(120), 'audio/wav')
  expect(await showInPage(running.page, 'img', photo)).toBe('shown')
  const played = await running.page.evaluate(async (digest) => {
    const audio = new Audio(`app://record/${digest}`)
    const once = (name: string) => new Promise((resolve) => audio.addEventListener(name, resolve, { once: true }))
    await once('loadedmetadata')
    audio.currentTime = 100
    await once('seeked')
    return [Math.round(audio.duration), audio.currentTime]
  }, sound)
  expect(played).toEqual([120, 100])
})

test.each([
  ['a page that calls itself a photo', hostilePage, 'image/jpeg'],
  ['a page', hostilePage, 'text/html'],
  ['a drawing with a script', hostileDrawing, 'image/svg+xml'],
  ['a drawing that calls itself a photo', hostileDrawing, 'image/png'],
])('%s does nothing, in the page or in a window of its own', async (_name, bytes, mime) => {
  const digest = await putObject(vault, bytes, mime)
  expect(await showInPage(running.page, 'img', digest)).toBe('error')
  const title = await running.app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false })
    await window.loadURL(url).catch(() => null)
    const shown = window.getTitle()
    window.destroy()
    return shown
  }, `app://record/${digest}`)
  expect(title).not.toBe('harmed')
  expect(await running.page.evaluate(() => 'harmed' in window)).toBe(false)
})

test('the page can write no file: its downloads are stopped', async () => {
  const prevented = running.app.evaluate(
    ({ session }) =>
      new Promise<boolean>((resolve) => {
        session.defaultSession.once('will-download', (event, item) => {
          resolve(event.defaultPrevented)
          item.cancel()
        })
      }),
  )
  await running.app.evaluate(() => null)
  await running.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'copy.html'
    document.body.append(link)
    link.click()
  })
  expect(await prevented).toBe(true)
})

test('a revoked object is cut off in the middle', async () => {
  const digest = await putObject(vault, Buffer.alloc(64 * 1024 * 1024, 1), 'video/mp4')
  const reading = readUntilCut(running.app, digest, () => writeFile(join(vault, `revoke-${digest}`), ''))
  expect(await reading).toBeLessThan(64 * 1024 * 1024)
})

test('no byte of a record is left in the browser’s own files', async () => {
  const photo = await putObject(vault, picture(marker), 'image/png')
  expect(await showInPage(running.page, 'img', photo)).toBe('shown')
  // What belongs to this desk is kept: the scan would find it.
  await running.page.evaluate(() => localStorage.setItem('desk', 'words-of-this-desk'))
  await running.app.evaluate(({ session }) => session.defaultSession.flushStorageData())
  const settings = join(running.folder, 'settings')
  await expect.poll(() => filesWith(settings, 'words-of-this-desk')).not.toEqual([])
  expect(await filesWith(settings, marker)).toEqual([])
})

/** The files under a folder that hold a text, in the two encodings in which a browser would keep it. */
async function filesWith(under: string, text: string): Promise<string[]> {
  const entries = await readdir(under, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')]
  const found = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file).catch(() => Buffer.alloc(0))
      return forms.some((form) => bytes.includes(form)) ? [file] : []
    }),
  )
  return found.flat()
}
