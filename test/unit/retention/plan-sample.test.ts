// Records drawn by a plan's digest: worked out once more from the rule as it is written down.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { drawPlaces } from '../../../electron/core/retention/plan/sample.ts'
import { Digest } from '../../../shared/domain/id.ts'

const digest = Digest.parse('0f'.repeat(32))

/** The rule in other words: hexadecimal digits in place of bytes, a list in place of a set. */
function drawnByHand(records: number): number[] {
  const places: number[] = []
  for (let n = 0; places.length < 50 && places.length < records; n += 1) {
    const first = createHash('sha256').update(`${digest} ${n}`).digest('hex').slice(0, 12)
    const place = Number(BigInt(`0x${first}`) % BigInt(records))
    if (!places.includes(place)) places.push(place)
  }
  return places.sort((one, other) => one - other)
}

describe('the records drawn by a plan’s digest', () => {
  it.each([0, 1, 2, 49, 50, 51, 1000, 1_000_000])('are those of the rule, of %i', (records) => {
    expect(drawPlaces(digest, records)).toEqual(drawnByHand(records))
  })

  it('are fifty different ones, or all, and others for another digest', () => {
    const places = drawPlaces(digest, 1_000_000)
    expect([new Set(places).size, drawPlaces(digest, 7)]).toEqual([50, [0, 1, 2, 3, 4, 5, 6]])
    expect(drawPlaces(Digest.parse('f0'.repeat(32)), 1_000_000)).not.toEqual(places)
  })
})
