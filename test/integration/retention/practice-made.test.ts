// A practice vault as the app makes it: filled, reset, and never in the place of a real one.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createVault } from '../../../electron/core/archive.ts'
import { Zone } from '../../../shared/domain/time.ts'
import { seededRandom, steppingClock } from '../../support/archive.ts'
import { muniment, ownVault } from '../../support/command-line.ts'
import { workplace } from '../../support/vaults.ts'

const { folder } = workplace('practice-made')
const json = async (...args: readonly string[]) => {
  const { out, code } = await muniment(folder, ...args, '--json')
  return { code, value: JSON.parse(out) }
}
const summary = () => json('summary', '--vault', 'P.muniment')

describe('a practice vault', () => {
  it('is made whole, with people, posts, rules, a hold and a request, and with work left to do', async () => {
    const made = await json('practice', 'start', 'P.muniment')
    expect(made).toMatchObject({ code: 0, value: { practice: true, city: 'City of Alder Bay' } })
    const { value } = await summary()
    expect(value).toMatchObject({ practice: true, vaultId: made.value.vaultId })
    expect(value.counts).toMatchObject({ people: 6, accounts: 3, accessions: 1, holds: 2, requests: 1, schedules: 1 })
    expect(value.counts.untagged).toBeGreaterThan(100)
    expect(value.counts.records - value.counts.untagged).toBeGreaterThan(100)
    expect(readdirSync(folder)).toEqual(['P.muniment'])

    const received = await json('accessions', '--vault', 'P.muniment')
    expect(received.value).toMatchObject([{ receivedBy: 'dana-reyes', unexplained: 0 }])
    const text = await muniment(folder, 'accounts', '--vault', 'P.muniment')
    expect(text.out).toMatch(/^TRAINING\. Made in a practice vault/)
    const rows = await json('accounts', '--vault', 'P.muniment')
    expect(rows.value.map(({ practice }: { practice: boolean }) => practice)).toEqual([true, true, true])

    const again = await muniment(folder, 'practice', 'start', 'P.muniment')
    expect(again.code).toBe(1)
    expect(again.err).toContain('not empty')
  })

  it('answers a request with a packet that verifies as practice there, and is refused as real elsewhere', async () => {
    const build = ['packet', 'build', '26-0112', '--vault', 'P.muniment', '--as', 'dana-reyes', '--out']
    const refused = await muniment(folder, ...build, 'packet.zip')
    expect([refused.code, existsSync(join(folder, 'packet.zip'))]).toEqual([1, false])
    expect(refused.err).toContain('TRAINING-packet.zip')
    expect((await muniment(folder, ...build, 'TRAINING-packet.zip')).code).toBe(0)
    const here = await muniment(folder, 'packet', 'verify', 'TRAINING-packet.zip', '--vault', 'P.muniment')
    expect([here.code, here.out]).toEqual([0, expect.stringContaining('Practice: ')])

    createVault(
      join(folder, 'Real.muniment'),
      { city: 'City of Alder Bay', zone: Zone.parse('America/Los_Angeles') },
      means,
    )
    const there = await json('packet', 'verify', 'TRAINING-packet.zip', '--vault', 'Real.muniment')
    expect(there).toMatchObject({ code: 1, value: { status: 'practice', practice: true, findings: [] } })
    // Two vaults lie here and none is named: it is checked without any.
    const alone = await json('packet', 'verify', 'TRAINING-packet.zip')
    expect(alone).toMatchObject({ code: 1, value: { status: 'practice', issuedHere: null, findings: [] } })
  })

  it('takes the later sample in, and is as new after it is reset', async () => {
    const { value: samples } = await json('practice', 'samples', 'samples')
    const as = ['--vault', 'P.muniment', '--account', 'AlderBayCity', '--as', 'dana-reyes']
    expect((await muniment(folder, 'import', samples.files[1], ...as)).code).toBe(0)
    const before = await summary()
    expect(before.value.counts.accessions).toBe(2)

    expect((await muniment(folder, 'practice', 'reset', 'P.muniment')).code).toBe(2)
    const owner = await ownVault(join(folder, 'P.muniment'))
    const inUse = await json('practice', 'reset', 'P.muniment', '--yes')
    expect(inUse).toMatchObject({ code: 1, value: { refusal: { code: 'VAULT_IN_USE' } } })
    await owner.close()
    expect((await summary()).value.vaultId).toBe(before.value.vaultId)

    expect((await muniment(folder, 'practice', 'reset', 'P.muniment', '--yes')).code).toBe(0)
    const after = await summary()
    expect(after.value.counts).toMatchObject({ accessions: 1, requests: 1 })
    expect(after.value.vaultId).not.toBe(before.value.vaultId)
    expect(readdirSync(folder).filter((name) => name.startsWith('P.'))).toEqual(['P.muniment'])
  })

  it('is the only kind that can be reset, whatever vault.json says', async () => {
    const real = join(folder, 'Real.muniment')
    const about = readFileSync(join(real, 'vault.json'), 'utf8')
    const refusal = { code: 1, value: { refusal: { code: 'PRACTICE_ONLY' } } }
    expect(await json('practice', 'reset', 'Real.muniment', '--yes')).toMatchObject(refusal)
    writeFileSync(join(real, 'vault.json'), about.replace('"practice": false', '"practice": true'))
    expect(await json('practice', 'reset', 'Real.muniment', '--yes')).toMatchObject(refusal)
    writeFileSync(join(real, 'vault.json'), about)
    expect((await json('summary', '--vault', 'Real.muniment')).value.practice).toBe(false)
  })
})

const means = { clock: steppingClock(), random: seededRandom('practice made') }
