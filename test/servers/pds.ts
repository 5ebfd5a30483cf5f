// Bluesky's own server (@atproto/pds, @did-plc/server) in a process of its own, with the Node that its SQLite was compiled for.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { askJson, ended, freePort, type RealServer, start } from './server.ts'

/** Where `npm install --prefix` put it (docs/capture.md says how). */
const PLACE = process.env.MUNIMENT_PDS ?? join(homedir(), '.cache', 'muniment-pds')
const PASSWORD = 'planted-bluesky-password-73'

/** Whether it can be started here. */
export const hasPds = () =>
  existsSync(join(PLACE, 'node_modules', '@atproto', 'pds')) &&
  existsSync(join(PLACE, 'node_modules', '@did-plc', 'server'))

const Account = z.object({ did: z.string(), accessJwt: z.string(), refreshJwt: z.string() })
const Blob = z.object({ blob: z.object({}).loose() })
const Made = z.object({ uri: z.string(), cid: z.string() })
const COLLECTION = 'app.bsky.feed.post'

/** Starts a server with one account, its data in a folder. */
export async function startPds(folder: string): Promise<RealServer> {
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const jwtSecret = randomBytes(24).toString('hex')
  const args = [resolve(import.meta.dirname, 'pds-process.mjs'), PLACE, folder, String(port), jwtSecret]
  const child = start(process.execPath, args)
  await new Promise<void>((ready, failed) => {
    createInterface({ input: child.stdout }).once('line', () => ready())
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
  })
  const address = `http://localhost:${port}`
  const post = (method: string, body: unknown, token?: string) =>
    askJson(`${address}/xrpc/${method}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    })
  const account = Account.parse(
    await post('com.atproto.server.createAccount', {
      handle: 'city.test',
      email: 'clerk@example.test',
      password: PASSWORD,
    }),
  )
  const { did: repo, accessJwt } = account
  const keyOf = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1)
  const record = (text: string) => ({ $type: COLLECTION, text, createdAt: '2026-11-30T12:00:00.000Z', langs: ['en'] })
  return {
    address,
    way: 'api/bluesky',
    platform: 'bluesky',
    handle: 'city.test',
    credential: null,
    kinds: ['posts', 'media'],
    mapping: null,
    secrets: [PASSWORD, jwtSecret, accessJwt, account.refreshJwt],
    remembers: false,
    tells: false,
    atOnce: 1,
    write: async (text) =>
      Made.parse(
        await post('com.atproto.repo.createRecord', { repo, collection: COLLECTION, record: record(text) }, accessJwt),
      ).uri,
    edit: async (uri, text) =>
      void (await post(
        'com.atproto.repo.putRecord',
        { repo, collection: COLLECTION, rkey: keyOf(uri), record: record(text) },
        accessJwt,
      )),
    remove: async (uri) =>
      void (await post('com.atproto.repo.deleteRecord', { repo, collection: COLLECTION, rkey: keyOf(uri) }, accessJwt)),
    feed: null,
    picture: async (text, bytes) => {
      const blob = Blob.parse(
        await askJson(`${address}/xrpc/com.atproto.repo.uploadBlob`, {
          method: 'POST',
          body: Buffer.from(bytes),
          headers: { 'content-type': 'image/png', authorization: `Bearer ${accessJwt}` },
        }),
      )
      const images = [{ image: blob.blob, alt: 'A chart' }]
      const shown = { ...record(text), embed: { $type: 'app.bsky.embed.images', images } }
      const body = { repo, collection: COLLECTION, record: shown }
      return Made.parse(await post('com.atproto.repo.createRecord', body, accessJwt)).uri
    },
    hide: null,
    stop: () => ended(child),
  }
}
