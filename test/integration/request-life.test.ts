// The life of a request: what is recorded of it, and that nothing that happens to it loses a hold or a deadline.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import requestOpen from '../../electron/core/disclosure/commands/request.open.ts'
import requestCalendar from '../../electron/core/disclosure/jobs/request.calendar.ts'
import { openRetentionVault, type RetentionVault } from './retention-support.ts'

let vault: RetentionVault
const scope = { accounts: [], from: null, to: null, search: '' }
const draft = { channel: 'email', requester: 'R. Ito', text: 'storm', immediateDisclosure: false, ...scope } as const
beforeAll(() => {
  vault = openRetentionVault()
  vault.command(requestOpen, { ...draft, id: '26-1', receivedOn: '2026-11-09' })
  vault.command(requestOpen, { ...draft, id: '26-2', receivedOn: '2026-11-16' })
})
afterAll(() => vault.close())

it('gives its dates to other programs, without the requester’s name', async () => {
  const { grant, path } = vault.grantWrite('deadlines.ics')
  expect(await vault.run(requestCalendar, { id: null, to: grant })).toEqual({ events: 4 })
  const file = readFileSync(path, 'utf8')
  expect(file.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual(
    ['20261126', '20261210', '20261119', '20261203'].map((day) => `DTSTART;VALUE=DATE:${day}`),
  )
  expect(file).not.toContain('Ito')
  expect(vault.db.get('SELECT subject, kind FROM issued')).toEqual({ subject: 'open requests', kind: 'deadlines' })
})
