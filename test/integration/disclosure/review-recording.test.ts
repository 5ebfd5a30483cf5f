// What a reviewer can rely on: of a recording that is made anew nothing is left where it was cut, muted or covered, nor of what its file said.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { editRecording } from '../../../electron/core/disclosure/file-pages/recording.ts'
import { fileEditAttach, fileEditMake, filePagesShow } from '../../../shared/contract/file-pages.ts'
import { recordShow } from '../../../shared/contract/record.ts'
import type { RecordingEdit } from '../../../shared/domain/review/recording-edit.ts'
import type { Redaction } from '../../../shared/domain/review/review.ts'
import { unzipped } from '../../golden/packet-files.ts'
import { asked, closeReviews, privacy, released } from '../../support/reviewed.ts'
import { withFile } from '../../support/with-file.ts'

const signal = new AbortController().signal
let folder: string
let film: string
const ffmpeg = (...options: readonly string[]) =>
  execFileSync('ffmpeg', ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', ...options], { maxBuffer: 1 << 28 })
const at = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-film-'))
  film = at('film.mp4')
  const inputs = ['-f', 'lavfi', '-i', 'color=white:s=64x48:r=10:d=4', '-f', 'lavfi', '-i', 'sine=440:d=4']
  ffmpeg(...inputs, '-c:v', 'libx264', '-c:a', 'aac', '-metadata', 'comment=Taken by Quokkason', film)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(closeReviews)

const edit = (
  how: RecordingEdit['how'],
  from: number,
  to: number,
  box: RecordingEdit['box'] = null,
): RecordingEdit => ({
  ...{ how, from, to, box },
})
const make = (edits: readonly RecordingEdit[], name: string, from = film) =>
  editRecording(from, at(name), edits, signal, {})
/** Loudness of each tenth of a second, and darkness of the upper left and lower right of each picture. */
const heard = (path: string) => {
  const bytes = ffmpeg('-i', path, '-f', 's16le', '-ac', '1', '-ar', '8000', '-')
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 2))
  return Array.from({ length: Math.floor(samples.length / 800) }, (_, tenth) =>
    Math.max(...samples.subarray(tenth * 800, tenth * 800 + 800).map(Math.abs)),
  )
}
const seen = (path: string) => {
  const bytes = ffmpeg('-i', path, '-f', 'rawvideo', '-pix_fmt', 'gray', '-')
  const picture = 64 * 48
  return Array.from({ length: bytes.length / picture }, (_, nth) => ({
    upper: bytes[nth * picture + 3 * 64 + 3] ?? -1,
    lower: bytes[nth * picture + 44 * 64 + 60] ?? -1,
  }))
}

test('what is muted is silent, what is covered is black, and the rest is as it was', async () => {
  const box = { left: 0, top: 0, width: 0.5, height: 0.5 }
  expect(await make([edit('mute', 1, 2), edit('cover', 2, 3, box)], 'quiet.mp4')).toMatch(/^ffmpeg /)
  const loud = heard(at('quiet.mp4'))
  expect(Math.max(...loud.slice(10, 20))).toBeLessThan(40)
  expect(Math.min(...loud.slice(2, 8), ...loud.slice(24, 36))).toBeGreaterThan(1000)
  const pictures = seen(at('quiet.mp4'))
  expect(pictures).toHaveLength(40)
  for (const { upper } of pictures.slice(20, 30)) expect(upper).toBeLessThan(24)
  for (const { lower } of pictures) expect(lower).toBeGreaterThan(200)
  for (const { upper } of [...pictures.slice(0, 18), ...pictures.slice(33)]) expect(upper).toBeGreaterThan(200)
})

test('what is cut is gone, the file says nothing of the old one, and made twice it is the same', async () => {
  expect(readFileSync(film).includes('Quokkason')).toBe(true)
  const edits = [edit('cut', 1, 2), edit('cut', 1.5, 2.5)]
  await make(edits, 'short.mp4')
  await make(edits, 'again.mp4')
  const [short, again] = [readFileSync(at('short.mp4')), readFileSync(at('again.mp4'))]
  expect(short.equals(again)).toBe(true)
  expect(short.includes('Quokkason')).toBe(false)
  const left = seen(at('short.mp4')).length
  expect(left).toBeGreaterThan(20)
  expect(left).toBeLessThan(25)
  await expect(make(edits, 'none.mp4', import.meta.filename)).rejects.toThrow('neither picture nor sound')
  await expect(editRecording(film, at('x'), edits, signal, { MUNIMENT_FFMPEG: '/nowhere/ffmpeg' })).rejects.toThrow(
    'not installed here',
  )
})

test('a recording goes out as it was made anew, here or outside; and whole only where all of it is exempt', async () => {
  const review = await asked((aside) => withFile(aside, readFileSync(film), [], 'video'))
  const { vault, find, decide, sign, build, folder: place } = review
  const record = await find('memorandum')
  const { versions } = await vault.call(recordShow, { id: record })
  const digest = versions[0]?.media[0]?.digest
  if (!digest) throw new Error('no film')
  const going = (redaction: Redaction) => ({ ...released, outcome: 'redact' as const, redactions: [redaction] })
  const whole = { field: 'media' as const, digest, boxes: [], ground: privacy }
  await expect(decide(record, going(whole))).rejects.toThrow('all of it is exempt')
  const { made } = await vault.run(fileEditMake, { file: digest, edits: [edit('mute', 1, 2)] })
  const same = vault.archive.grant(film, 'read').grant
  const refused = await vault.start(fileEditAttach, { file: digest, recording: same, how: 'The IT desk' })
  expect(refused.problem?.sentence).toContain('the very same recording')
  await make([edit('cut', 0, 1)], 'outside.mp4')
  const recording = vault.archive.grant(at('outside.mp4'), 'read').grant
  const outside = await vault.run(fileEditAttach, { file: digest, recording, how: 'The IT desk' })
  expect((await vault.call(filePagesShow, { file: digest })).made).toMatchObject([
    { kind: 'edit', how: 'The IT desk', made: outside.made },
    { kind: 'edit', how: expect.stringMatching(/^ffmpeg \S+: mute 1–2 s$/), made },
  ])
  await decide(record, going({ field: 'edit', digest, made, ground: privacy }))
  await sign()
  expect(await build()).toMatchObject({ state: 'succeeded' })
  const files = await unzipped(readFileSync(join(place, 'packet.zip')))
  const digests = [...files.values()].map((file) => createHash('sha256').update(file).digest('hex'))
  expect([digests.includes(made), digests.includes(digest)]).toEqual([true, false])
  expect([...files.keys()].filter((name) => name.startsWith('media/'))).toEqual([
    expect.stringMatching(/-redacted\.mp4$/),
  ])
  await decide(record, going({ ...whole, allExempt: true }))
  await sign()
  expect(await build()).toMatchObject({ state: 'succeeded' })
})
