// Bluesky's own server without a view of the network: it shows no answers below posts, and a capture that asks for them says so and is not whole.
import { mkdtempSync, rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { captureBy } from '../support/replay.ts'
import { hasPds, startPds } from './pds.ts'

const REQUIRED = process.env.REQUIRE_SERVERS === '1'
const folder = mkdtempSync('/var/tmp/muniment-pds-alone-')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.skipIf(!hasPds() && !REQUIRED)(
  'its posts are captured with their signature, and nothing is said of answers',
  async () => {
    const server = await startPds(folder)
    try {
      const uri = await server.write('The pool opens.')
      const { address, handle } = server
      const both = await captureBy({ way: 'api/bluesky', address, handle, scope: { kinds: ['posts', 'replies'] } })
      expect(both.drafts.map(({ nativeId }) => nativeId)).toContain(uri)
      expect(both.end).toMatchObject({ outcome: 'incomplete', stop: { met: false } })
      expect(both.end.sentence).toContain('does not know what others answered')
      const posts = await captureBy({ way: 'api/bluesky', address, handle, scope: { kinds: ['posts'] } })
      expect(posts.end).toMatchObject({ outcome: 'complete', stop: { met: true } })
      // Its own signature holds by the key that it names.
      const reason = expect.stringContaining('Its signature was verified by the key that the account’s server names')
      expect([posts.outcomes, posts.odd]).toEqual([expect.arrayContaining([{ type: 'passed-over', reason }]), []])
    } finally {
      await server.stop()
    }
  },
)
