// A hold out of the e-mail in which it was ordered: who, when and about what are read from it, and it is kept as it came.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { objectPath } from '../../../electron/core/vault/objects/lease.ts'
import { eml, msg } from '../../fixtures/mail.ts'
import { muniment } from '../../support/command-line.ts'

const mail = {
  name: 'Hannah Cho',
  address: 'hcho@alderbay.example',
  subject: 'Ruiz: keep everything',
  // In the City it is still the day before.
  at: new Date('2026-11-10T04:30:00Z'),
  text: 'Keep all posts about the ferry.',
}
let desk: string
const run = (...args: readonly string[]) => muniment(desk, ...args)
const place = (file: string, ...more: readonly string[]) =>
  run('hold', 'place', '--label', `Hold ${file}`, '--document', file, ...more)

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'muniment-hold-order-'))
  writeFileSync(join(desk, 'order.eml'), eml(mail))
  writeFileSync(join(desk, 'order.msg'), msg(mail))
  writeFileSync(join(desk, 'torn.msg'), msg(mail).subarray(0, 700))
  writeFileSync(join(desk, 'order.pdf'), '%PDF-1.7')
  await run('init', 'City.muniment', '--city', 'City of Alder Bay')
  await run('people', 'add', 'pat', '--name', 'Pat Moreno', '--role', 'records-clerk')
})
afterAll(() => rmSync(desk, { recursive: true, force: true }))

test.each(['order.eml', 'order.msg'])('%s says who ordered it and when', async (file) => {
  expect((await place(file, '--as', 'pat')).code).toBe(0)
  const listed = JSON.parse((await run('hold', 'list', '--json')).out)
  const { hold } = listed.find((one: { hold: { label: string } }) => one.hold.label === `Hold ${file}`)
  expect(hold).toMatchObject({ orderedBy: 'Hannah Cho hcho@alderbay.example', startsOn: '2026-11-09' })
  expect(JSON.stringify(listed)).not.toContain('Ruiz')
  const kept = join(desk, 'City.muniment', objectPath(hold.orderDocument))
  expect(readFileSync(kept)).toEqual(readFileSync(join(desk, file)))
})

test('what was said at the command line stands before what the mail says', async () => {
  await place('order.eml', '--as', 'pat', '--ordered-by', 'City Attorney', '--starts-on', '2026-11-01')
  const listed: { hold: object }[] = JSON.parse((await run('hold', 'list', '--json')).out)
  expect(listed.map(({ hold }) => hold)).toContainEqual(
    expect.objectContaining({ orderedBy: 'City Attorney', startsOn: '2026-11-01' }),
  )
})

test.each(['order.pdf', 'torn.msg'])('%s says nothing of it, so a person has to', async (file) => {
  const refused = await place(file, '--as', 'pat')
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--ordered-by')])
  expect((await place(file, '--as', 'pat', '--ordered-by', 'City Attorney')).code).toBe(0)
})
