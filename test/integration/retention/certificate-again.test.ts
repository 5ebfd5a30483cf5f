// A certificate that is made again after an interruption is the same, whatever others did meanwhile: nothing of the first lies about.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import purgeExecute from '../../../electron/core/retention/jobs/purge.execute.ts'
import { approved, planned, prepareSchedule } from './approved-plan.ts'
import { attorney, openRetentionVault } from './support.ts'

const vault = openRetentionVault('2026-11-20T18:00:00Z')
afterAll(() => vault.close())

describe('a certificate', () => {
  it('is the same after an interruption, though somebody did something between', async () => {
    vault.receive([{ id: 'storm', at: '2015-03-10T20:00:00Z', text: 'Storm drains of the whole city' }])
    await prepareSchedule(vault)
    const plan = await planned(vault)
    approved(vault, plan)
    vault.actAs(attorney)
    const input = { plan: plan.id, to: { pdf: null, json: null } }
    vault.beforeNextBatch(() => {
      throw new Error('the power failed')
    }, 'purge.certify')
    await expect(vault.run(purgeExecute, input)).rejects.toThrow('power')
    const made = strays()
    expect(made).toHaveLength(2)
    const scope = { search: 'parade', accounts: [], from: null, to: null, recordIds: [] }
    const order = { label: 'Ruiz v. City', basis: 'litigation', orderedBy: 'City Attorney', document: null }
    vault.command(holdPlace, { ...order, scope })
    await vault.resume(purgeExecute, input)
    expect(strays()).toEqual([])
    const certificates = vault.db.all<{ made: string }>(
      `SELECT lower(hex(document_digest)) AS made FROM destruction UNION SELECT lower(hex(paper_digest)) FROM destruction`,
    )
    expect(certificates.map((one) => one.made).sort()).toEqual(made)
  })
})

/** Files of the folder of objects that the catalog does not know. */
function strays(): string[] {
  const objects = join(vault.folder, 'objects')
  const files = readdirSync(objects, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('/', ''))
  const known = new Set(
    vault.db.all<{ digest: string }>('SELECT lower(hex(digest)) AS digest FROM object').map(({ digest }) => digest),
  )
  return files.filter((name) => name.length === 64 && !known.has(name)).sort()
}
