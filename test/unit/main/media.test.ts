// Records' bytes under leases that are revoked at awkward moments.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownKeyOf } from '../../../electron/core/vault/cipher/descriptors.ts'
import { writeFileSync } from '../../../electron/core/vault/cipher/fs.ts'
import { holdKey, letGo, VaultKey } from '../../../electron/core/vault/cipher/keyring.ts'
import { streamFile } from '../../../electron/main/file-stream.ts'
import { serveRecordMedia } from '../../../electron/main/record-media.ts'
import { Digest } from '../../../shared/domain/id.ts'

const digest = Digest.parse('a'.repeat(64))
const other = Digest.parse('b'.repeat(64))
const size = 4 * 1024 * 1024
let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muniment-media-'))
  file = join(folder, 'object')
  await writeFile(file, Buffer.alloc(size, 7))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const lease = () => Promise.resolve({ file, key: null, offset: 0, length: size, mime: 'video/mp4' })
const request = (of: Digest, init?: RequestInit) => new Request(`https://record/${of}`, init)

describe('a revocation', () => {
  test('ends the streams of its object, and of no other', async () => {
    const media = serveRecordMedia(lease)
    const [cut, kept] = await Promise.all([media.respond(request(digest)), media.respond(request(other))])
    media.revoke(digest)
    await expect(cut.arrayBuffer()).rejects.toThrow()
    expect((await kept.arrayBuffer()).byteLength).toBe(size)
  })

  test('of everything ends every stream', async () => {
    const media = serveRecordMedia(lease)
    const answers = await Promise.all([digest, digest, other].map((each) => media.respond(request(each))))
    media.revoke()
    for (const answer of answers) await expect(answer.arrayBuffer()).rejects.toThrow()
  })

  test('on the heels of the lease opens nothing', async () => {
    const media = serveRecordMedia(async () => {
      media.revoke(digest)
      return lease()
    })
    expect((await media.respond(request(digest))).status).toBe(404)
  })

  test('does not stand in the way of a later lease', async () => {
    const media = serveRecordMedia(lease)
    media.revoke(digest)
    expect((await media.respond(request(digest))).status).toBe(200)
  })
})

test('without a vault, and for files that are gone, there is nothing', async () => {
  const closed = serveRecordMedia(() => Promise.reject(new Error('No vault is open.')))
  const lost = serveRecordMedia(() =>
    Promise.resolve({ file: join(folder, 'gone'), key: null, offset: 0, length: 1, mime: 'image/png' }),
  )
  expect([(await closed.respond(request(digest))).status, (await lost.respond(request(digest))).status]).toEqual([
    404, 404,
  ])
})

test('only reading is possible, and HEAD tells what GET would', async () => {
  const media = serveRecordMedia(lease)
  const head = await media.respond(request(digest, { method: 'HEAD' }))
  expect([head.status, head.headers.get('Content-Length'), await head.text()]).toEqual([200, String(size), ''])
  const methods = ['POST', 'PUT', 'DELETE', 'OPTIONS']
  const answers = await Promise.all(methods.map((method) => media.respond(request(digest, { method }))))
  expect(answers.map(({ status }) => status)).toEqual([405, 405, 405, 405])
})

test('a file is closed at its end, when nobody reads on, and when it is shorter than it should be', async () => {
  const closed: string[] = []
  const open = (name: string, length: number) =>
    streamFile({ file, key: null }, 0, length, new AbortController().signal, () => closed.push(name))
  await new Response(await open('whole', size)).arrayBuffer()
  await new Response(await open('empty', 0)).arrayBuffer()
  await (await open('left', size)).cancel()
  await expect(new Response(await open('short', size + 1)).arrayBuffer()).rejects.toThrow('shorter than its lease')
  expect(closed).toEqual(['whole', 'empty', 'left', 'short'])
})

test('what is sealed under a passphrase is served whole and by ranges with the key of that file, and with no other', async () => {
  const vault = join(folder, 'vault')
  await mkdir(vault)
  holdKey(vault, VaultKey.parse(new Uint8Array(32).fill(3)))
  const [sealed, other] = [join(vault, 'film'), join(vault, 'other')]
  const bytes = Buffer.alloc(200_000, 'frames of a public meeting ')
  for (const path of [sealed, other]) writeFileSync(path, bytes)
  const keyed = (path: string) => Buffer.from(ownKeyOf(path) ?? []).toString('base64')
  const leased = { file: sealed, key: keyed(sealed), offset: 0, length: bytes.length, mime: 'video/mp4' }
  const media = serveRecordMedia(async () => leased)
  const asked = async (range?: string) => {
    const answer = await media.respond(request(digest, range === undefined ? {} : { headers: { Range: range } }))
    return Buffer.from(await answer.arrayBuffer())
  }
  expect((await asked()).equals(bytes)).toBe(true)
  expect((await asked('bytes=65530-131079')).equals(bytes.subarray(65_530, 131_080))).toBe(true)
  const wrong = serveRecordMedia(async () => ({ ...leased, key: keyed(other) }))
  expect((await wrong.respond(request(digest))).status).toBe(404)
  letGo(vault)
})
