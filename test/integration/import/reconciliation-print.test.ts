// The printed reconciliation: what is unexplained stands in it by sign and word, and every file has its line.
import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import accessionPrint from '../../../electron/core/intake/jobs/accession.print.ts'
import { printReconciliation } from '../../../electron/core/intake/print-reconciliation.ts'
import { listAccounts } from '../../../electron/core/vault/repository/account/people.ts'
import {
  completeAccession,
  listAccessions,
  reconciliationOf,
} from '../../../electron/core/vault/repository/intake/accession.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { AccessionId, Digest } from '../../../shared/domain/id.ts'
import { Reconciliation, type ReconciliationLine } from '../../../shared/domain/intake/reconciliation.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { Pdf } from '../../golden/typeset-read.ts'
import { declaration } from '../../support/personal-export.ts'
import { openRetentionVault, type RetentionVault } from '../retention/support.ts'

const line = (file: string, more: Partial<ReconciliationLine>): ReconciliationLine => ({
  file,
  type: '',
  status: 'read',
  claimed: null,
  read: 0,
  stored: 0,
  versions: 0,
  merged: 0,
  same: 0,
  passedOver: [],
  failed: 0,
  difference: null,
  note: null,
  ...more,
})
const sample = (unexplained: number): Reconciliation =>
  Reconciliation.parse({
    platform: 'x',
    layout: 'current',
    parser: 'x 1',
    generatedAt: Date.parse('2026-10-01T12:00:00Z'),
    ownerHandle: 'AlderBayCity',
    ownerNativeId: '1',
    lines: [
      line('data/tweets.js', {
        type: 'tweets',
        claimed: 1250 + unexplained,
        read: 1250,
        stored: 1243,
        same: 5,
        failed: 2,
        difference: unexplained,
      }),
      line('data/deleted-tweets.js', { type: 'deletedTweets', claimed: 12, read: 12, stored: 12, difference: 0 }),
      line('data/note-tweet.js', { type: 'noteTweet', claimed: 4, read: 4, merged: 4, difference: 0 }),
      line('data/tweet-headers.js', {
        type: 'tweetHeaders',
        claimed: 1250,
        read: 1250,
        passedOver: [{ reason: 'repeats the id of a tweet', count: 1250 }],
        difference: 0,
      }),
      line('data/moment.js', { type: 'moment', status: 'empty', claimed: 0, difference: 0 }),
      line('data/community-tweet.js', { type: 'communityTweet', status: 'absent', claimed: 0, difference: 0 }),
      line('data/ip-audit.js', {
        type: 'ipAudit',
        status: 'kept-unread',
        claimed: 88,
        note: 'Sign-ins of the account; not City content.',
      }),
      line('data/tweets_media/', { type: 'media', status: 'media', note: '310 files' }),
      line('data/surprise.bin', { status: 'unknown', note: 'Not a file that this version knows.' }),
    ],
    totals: {
      claimed: 2516 + unexplained,
      read: 2516,
      stored: 1255,
      versions: 0,
      merged: 4,
      same: 5,
      passedOver: 1250,
      failed: 2,
      unexplained,
    },
    media: { named: 312, found: 310, missing: 2, unnamed: 1, bytes: 48_123_456 },
    comparison: {
      against: 'accession 1, received 2025-06-01T22:00:22.000Z',
      added: 200,
      changed: 3,
      same: 1000,
      notSeen: 1,
      notSeenSample: [
        {
          record: 1_760_000_000_000_000,
          kind: 'post',
          at: Date.parse('2024-03-05T20:00:00Z'),
          text: 'Taken down since',
        },
      ],
    },
    findings: [
      {
        code: 'date-invalid',
        file: 'data/tweets.js',
        position: 17,
        sentence: 'The date of this tweet is of 1970; it is stored without a time.',
      },
    ],
    neverExported: ['Posts deleted more than about two weeks before the export.', 'Replies of other people.'],
  })

let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
  vault.receive([{ id: 'one', at: '2024-03-05T20:00:00Z' }], '2026-10-01T12:00:00Z')
})
afterEach(() => vault.close())
const complete = (unexplained: number, more: Partial<Reconciliation> = {}) =>
  completeAccession(vault.db, 1, {
    root: Buffer.alloc(32, 7),
    leaves: 1,
    records: 1,
    versions: 0,
    unexplained,
    reconciliation: { ...sample(unexplained), ...more },
  })

describe('a printed reconciliation', () => {
  it('is written to the place granted and registered as a copy', async () => {
    complete(3)
    const { grant, path } = vault.grantWrite('reconciliation.pdf')
    expect(await vault.run(accessionPrint, { accession: 1, to: grant })).toEqual({ pages: expect.any(Number) })
    const [copy] = vault.db.all<{ kind: string; subject: string; size: number }>(
      'SELECT kind, subject, size FROM issued',
    )
    expect(copy).toEqual({ kind: 'reconciliation', subject: 'accession 1', size: readFileSync(path).length })
  })

  const printed = async (unexplained: number, more: Partial<Reconciliation> = {}) => {
    complete(unexplained, more)
    const [accession] = listAccessions(vault.db)
    const [account] = listAccounts(vault.db)
    const reconciliation = reconciliationOf(vault.db, AccessionId.parse(1))
    if (!accession || !account || !reconciliation) throw new Error('nothing to print')
    const common = { city: 'City of Alder Bay', zone: 'America/Los_Angeles', practice: false, receivedBy: 'Rosa Imai' }
    const out = new PassThrough()
    const taken = buffer(out)
    await printReconciliation(out, { ...common, account, accession, reconciliation, printedAt: Instant.parse(0) })
    return taken
  }

  it('says in words what became of the items of each file, and in the City’s time what it is compared with', async () => {
    const text = new Pdf(await printed(3)).text().replaceAll('\u00a0', ' ')
    for (const sentence of [
      '1,243 new + 5 unchanged + 2 failed',
      '4 merged',
      '1,250 passed over',
      '1,255 new + 5 unchanged + 4 merged + 1,250 passed over + 2 failed',
      '≠ unexplained',
      '≠ 3',
      'accession 1, received Jun 1, 2025, 3:00:22 PM PDT',
      '@AlderBayCity on X',
    ]) {
      expect(text).toContain(sentence)
    }
  })

  it('tells who produced items of a personal account, and the declaration of the search', async () => {
    const from = [{ name: 'export.zip', size: 1234, digest: Digest.parse('ab'.repeat(32)) }]
    const rest = { chosen: 3, outOf: 5, filesNotKept: 4, bytesNotKept: 99 }
    const read = { platform: PlatformName.parse('x'), layout: 'current', parser: 'x 1' }
    const produced = { by: 'Pat Holder', title: 'Engineer', declaration, document: null, from, ...read, ...rest }
    const text = new Pdf(await printed(0, { produced })).text().replaceAll('\u00a0', ' ')
    for (const sentence of [
      'Produced from a personal account',
      'Pat Holder, Engineer',
      'export.zip (1,234 bytes)',
      '3 of the 5 records in it. Nothing is kept of 4 other files (99 bytes) but sizes and digests.',
      'Two posts and a message to friends about dinners',
      'by Pat Holder on 2026-11-21 at Alder Bay, California, under penalty of perjury',
    ]) {
      expect(text.replaceAll(/\s+/g, ' ')).toContain(sentence)
    }
    expect(new Pdf(await printed(0)).text()).not.toContain('personal account')
  })

  it('is the same file for the same accession and moment, and another where something is unexplained', async () => {
    const [first, again, other] = [await printed(3), await printed(3), await printed(0)]
    expect([first.equals(again), first.equals(other)]).toEqual([true, false])
  })

  it('is refused for an accession without a reconciliation', async () => {
    const { grant } = vault.grantWrite('reconciliation.pdf')
    await expect(vault.run(accessionPrint, { accession: 1, to: grant })).rejects.toThrow(/has no reconciliation/)
  })
})
