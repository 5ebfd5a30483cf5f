// What a reviewer can rely on: a decision that says too little is refused, and a picture is painted over for good.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { recordShow } from '../../../shared/contract/record.ts'
import { packetVerify } from '../../../shared/contract/request.ts'
import { restrictionPlace } from '../../../shared/contract/restriction.ts'
import { reviewShow } from '../../../shared/contract/review.ts'
import type { AppliedGround, ReviewDraft } from '../../../shared/domain/review/review.ts'
import { smallExport } from '../../fixtures/x/small.ts'
import { unzipped } from '../../golden/packet-files.ts'
import { asked, closeReviews, id, posts, privacy, released } from '../../support/reviewed.ts'

afterEach(closeReviews)

describe('a decision of a review', () => {
  it('withholds a restricted record without a word about its release; one that is released must be reviewed for it', async () => {
    const { vault, find, decide, list, sign, build } = await asked(posts)
    const guarded = await find('fence')
    const restriction = { ground: 'victim' as const, words: null, reason: 'She complained of a crime' }
    await vault.call(restrictionPlace, { records: [guarded], restriction })
    for (const { record } of (await list()).items) await decide(record, released)
    await sign()
    expect((await build()).problem?.code).toBe('RECORD_UNREVIEWED')
    const grounds = [{ ...privacy, describes: 'A complaint' }]
    await decide(guarded, { outcome: 'withhold', grounds, redactions: [], reason: '' })
    await sign()
    expect((await build()).state).toBe('succeeded')
  })

  it('refuses a decision that says too little, or that lies outside of its record', async () => {
    const { vault, find, decide } = await asked(posts)
    const record = await find('fence')
    const { versions } = await vault.call(recordShow, { id: record })
    const version = versions[0]?.digest
    if (version === undefined) throw new Error('the record has no version')
    const withhold = (ground: AppliedGround): ReviewDraft => ({
      outcome: 'withhold',
      grounds: [ground],
      redactions: [],
      reason: '',
    })
    await expect(decide(record, withhold({ ...privacy, exemption: 'gov-7927.705' }))).rejects.toThrow(
      'works through another law',
    )
    await expect(decide(record, withhold({ ...privacy, exemption: 'gov-7922.000' }))).rejects.toThrow(
      'in practical terms',
    )
    await expect(decide(record, withhold({ ...privacy, exemption: '6254(c)' }))).rejects.toThrow()
    const far = { field: 'text' as const, version, from: 5, to: 5000, ground: privacy }
    await expect(decide(record, { ...released, outcome: 'redact', redactions: [far] })).rejects.toThrow(
      'outside of the text',
    )
    expect(await vault.call(reviewShow, { request: id, record })).toMatchObject({ decision: null, history: [] })
  })

  it('paints over a picture for good: nothing of it, nor what its file said besides, is in the packet', async () => {
    const review = await asked(async (folder) => (await smallExport(folder)).path)
    const { vault, list, decide, sign, build, folder } = review
    const { items } = await list()
    let painted: string | null = null
    for (const { record } of items) {
      const { versions } = await vault.call(recordShow, { id: record })
      const photo = versions.at(-1)?.media.find(({ mime }) => mime === 'image/jpeg' || mime === 'image/png')
      if (painted !== null || photo?.digest == null) {
        await decide(record, released)
        continue
      }
      painted = photo.digest
      const boxes = [{ left: 0, top: 0, width: 1, height: 0.5 }]
      const redactions = [
        { field: 'media' as const, digest: photo.digest, boxes, ground: { ...privacy, describes: 'A face' } },
      ]
      await decide(record, { outcome: 'redact', grounds: [], redactions, reason: '' })
    }
    expect(painted).not.toBeNull()
    await sign()
    expect((await build()).state).toBe('succeeded')
    const packet = vault.archive.grant(join(folder, 'packet.zip'), 'read').grant
    expect((await vault.call(packetVerify, { packet })).findings).toEqual([])
    const files = await unzipped(readFileSync(join(folder, 'packet.zip')))
    const [name, bytes] = [...files].find(([file]) => file.endsWith('-redacted.png')) ?? []
    if (name === undefined || bytes === undefined) throw new Error('no painted picture')
    const { exif, xmp, icc } = await sharp(bytes).metadata()
    expect({ exif, xmp, icc }).toEqual({ exif: undefined, xmp: undefined, icc: undefined })
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const upper = data.subarray(0, Math.ceil(info.height / 2) * info.width * info.channels)
    expect(upper.every((value) => value === 0)).toBe(true)
    expect(data.subarray(upper.length).some((value) => value !== 0)).toBe(true)
    expect([...files.values()].map((file) => createHash('sha256').update(file).digest('hex'))).not.toContain(painted)
  })
})
