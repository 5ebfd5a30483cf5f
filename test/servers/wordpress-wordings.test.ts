// Earlier wordings of a post on Debian's WordPress: what its editors did is what the vault has, a version each, and no draft among them.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { captureRun } from '../../shared/contract/capture.ts'
import { recordPage, recordShow } from '../../shared/contract/record.ts'
import { Credential } from '../../shared/domain/account/credential.ts'
import { Instant } from '../../shared/domain/time.ts'
import { openTestArchive } from '../support/archive.ts'
import { hasWordpress, startWordpress } from './wordpress.ts'

const REQUIRED = process.env.REQUIRE_SERVERS === '1'
const folder = mkdtempSync('/var/tmp/muniment-wordings-')
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const Made = z.object({ id: z.number(), modified_gmt: z.string() })
const WORDS = ['The pool opens.', 'The pool opens at nine.', 'The pool opens at ten.', 'The pool is closed.']

test.skipIf(!hasWordpress() && !REQUIRED)(
  'a post that was published and edited three times has its four wordings, each with its time',
  { timeout: 900_000 },
  async () => {
    const site = await startWordpress(folder, 'posts')
    const vault = await openTestArchive({ clock: () => Instant.parse(Date.now()) })
    try {
      // As the site's own editor does it: a draft first, then published.
      const post = async (path: string, body: unknown) => Made.parse(await site.call('POST', path, body))
      const { id } = await post('posts', { title: 'Pool', content: 'Nobody sees this.', status: 'draft' })
      await post(`posts/${id}`, { content: 'Nor this.' })
      // Times are told to the second.
      await sleep(2100)
      const times: string[] = []
      for (const content of WORDS) {
        times.push((await post(`posts/${id}`, { content, status: 'publish' })).modified_gmt)
        await sleep(1100)
      }
      await site.call('POST', `posts/${id}/autosaves`, { content: 'The pool is' })
      vault.archive.credential(vault.account, Credential.parse(site.credential), false)
      const scope = { address: site.address, kinds: ['posts'] }
      for (const _ of [1, 2]) {
        const done = await vault.run(captureRun, { account: vault.account, way: 'api/wordpress', scope })
        expect(done).toMatchObject({ outcome: 'complete', unexplained: 0 })
      }
      const { rows } = await vault.call(recordPage, {
        search: '"the pool is closed"',
        before: null,
        limit: 5,
        live: false,
      })
      expect(rows.map(({ nativeId, text }) => [nativeId, text])).toEqual([[String(id), 'Pool\nThe pool is closed.']])
      const { versions } = await vault.call(recordShow, { id: rows[0]?.id ?? 0 })
      const told = versions
        .toSorted((one, other) => one.number - other.number)
        .map(({ text, details }) => [text, details.modified, details.hidden ?? false])
      // What was saved before it was published is there, as a draft; whether the first saving is kept depends on the site's version.
      const drafts = told.filter(([, , isHidden]) => isHidden).map(([text]) => text)
      expect(drafts.slice(-1)).toEqual(['Pool\nNor this.'])
      expect(told.slice(drafts.length)).toEqual(WORDS.map((words, nth) => [`Pool\n${words}`, times[nth], false]))
    } finally {
      await vault.close()
      await site.stop()
    }
  },
)
