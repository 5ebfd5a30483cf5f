// A certificate says no more than what is known: which packages were overwritten, why a thread stays, that it was stopped.
import { readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import purgeExecute from '../../../electron/core/retention/jobs/purge.execute.ts'
import destructionShow from '../../../electron/core/retention/queries/destruction.show.ts'
import { destructionShow as showing } from '../../../shared/contract/destruction.ts'
import { Certificate } from '../../../shared/domain/disposition/destruction.ts'
import { holding } from '../../support/x-files.ts'
import { approved, executed, planned, prepareSchedule } from './approved-plan.ts'
import { attorney, openRetentionVault, type RetentionVault } from './support.ts'

let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
})
afterEach(() => vault.close())

const old = (id: string) => ({
  id,
  at: '2015-03-10T20:00:00Z',
  text: `Quetzal-${id}-distinctive words that are long enough`,
})
const ready = async (...ids: readonly string[]) => {
  for (const id of ids) vault.receive([old(id)])
  await prepareSchedule(vault)
  const plan = await planned(vault)
  approved(vault, plan)
  return plan
}
const left = () => vault.db.all<{ id: string }>('SELECT native_id AS id FROM record ORDER BY 1').map(({ id }) => id)
const shown = async (id: number) => showing.output.parse(await vault.ask(destructionShow, { id, from: 0, limit: 100 }))

describe('a package', () => {
  const onlyPackage = (at: string) => {
    const [id = ''] = readdirSync(join(vault.folder, 'packages'))
    return { id, path: join(vault.folder, 'packages', id, at) }
  }
  const certified = (path: string) => Certificate.parse(JSON.parse(readFileSync(path, 'utf8')))

  it('is certified as overwritten only where it was', async () => {
    const plan = await ready('a1')
    const json = vault.grantWrite('certificate.json')
    const { id, path } = onlyPackage('')
    vault.beforeNextBatch(() => rmSync(path, { recursive: true }), 'package.strike')
    await executed(vault, plan, { json: json.grant })
    const { packages, proof } = certified(json.path)
    expect(packages).toEqual([])
    expect(proof.left).toMatchObject([
      { place: `packages/${id}`, sentence: expect.stringMatching(/^Marked bytes could not be/) },
    ])
  })

  it('that was cut short after it was overwritten is no proof', async () => {
    const plan = await ready('a1')
    const json = vault.grantWrite('certificate.json')
    const { id, path } = onlyPackage('package.zip')
    vault.beforeNextBatch(() => truncateSync(path, 10), 'purge.settle')
    await executed(vault, plan, { json: json.grant })
    const { packages, proof } = certified(json.path)
    expect(packages).toEqual([])
    expect(proof.left).toContainEqual({ place: `packages/${id}`, sentence: expect.stringContaining('shorter') })
  })
})

describe('what stays', () => {
  it('is what two threads of the plan have become one of, and that is said', async () => {
    const plan = await ready('top', 'other')
    vault.beforeNextBatch(() => {
      vault.db.run('UPDATE record SET parent_native_id = ? WHERE native_id = ?', 'top', 'other')
    }, 'purge.destroy')
    const done = await executed(vault, plan)
    expect(left()).toEqual(['other', 'top'])
    expect((await shown(done.id)).passedOver.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^Its thread has grown since the plan/),
      expect.stringMatching(/^Its thread has grown since the plan/),
    ])
  })

  it('is everything that waits where somebody stops it, whoever that is: the certificate says no more than that', async () => {
    const plan = await ready('a1')
    const stop = new AbortController()
    vault.beforeNextBatch(() => stop.abort(), 'purge.list-items')
    vault.actAs(attorney)
    const input = { plan: plan.id, to: { pdf: null, json: null } }
    const done = await vault.run(purgeExecute, input, stop.signal)
    expect(done).toMatchObject({ destroyed: 0, skipped: 1, state: 'certified', stopped: 'It was stopped.' })
  })
})

describe('an approved plan', () => {
  it('is proved though a record says what Muniment itself writes into every vault', async () => {
    const format = readFileSync(join(vault.folder, 'FORMAT.md'), 'utf8')
    const texts = [
      'when it was taken back; NULL while it counts',
      format.split('\n').find((line) => line.length > 80) ?? '',
      '  "zone": "America/Los_Angeles",',
    ]
    expect(texts.every((text) => holding(vault.folder, text).length > 0)).toBe(true)
    vault.receive(texts.map((text, at) => ({ ...old(`own${at}`), text })))
    const done = await executed(vault, await ready('a1'))
    expect(done).toMatchObject({ destroyed: 4, state: 'certified' })
    expect(done.proof?.left).toEqual([])
  })

  it('is certified where it is taken up in a session that knows the place of its certificate no more', async () => {
    const plan = await ready('a1')
    vault.actAs(attorney)
    vault.watch((moment, batch) => {
      if (moment === 'before' && batch === 'purge.certify') throw new Error('killed')
    })
    const input = { plan: plan.id, to: { pdf: null, json: vault.grantWrite('certificate.json').grant } }
    await expect(vault.run(purgeExecute, input)).rejects.toThrow('killed')
    vault.watch(null)
    const unknown = { ...input, to: { pdf: null, json: 'grant-of-before' } }
    expect(await vault.resume(purgeExecute, unknown)).toMatchObject({ destroyed: 1, state: 'certified' })
  })
})
