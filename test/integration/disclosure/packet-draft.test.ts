// A draft of a packet shows what would be released, says everywhere that it was not, and leaves nothing behind in the vault.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import { letterDiscard, letterDraft, letterList } from '../../../shared/contract/letter.ts'
import { packetDraft } from '../../../shared/contract/packet.ts'
import { packetVerify, requestShow } from '../../../shared/contract/request.ts'
import { reviewPolicy, reviewSetPolicy, reviewShow } from '../../../shared/contract/review.ts'
import { emptyLetter } from '../../../shared/domain/request/letter.ts'
import { inWords } from '../../../shared/packet/words.ts'
import { unzipped } from '../../golden/packet-files.ts'
import { byCommand, byPage } from '../../support/checked.ts'
import { asked, closeReviews, id, leaving, posts, redact, released, saying } from '../../support/reviewed.ts'

afterAll(closeReviews)

it('is built before anybody signs, of what is decided, and is no release', async () => {
  const review = await asked((folder) => posts(folder))
  const { vault, folder, find, decide, sign, build } = review
  const draft = (name: string) =>
    vault.start(packetDraft, { request: id, to: vault.archive.grant(join(folder, name), 'write').grant })
  await decide(await find('pothole'), released)
  await redact(review, await find('fence'), 'María López')
  await redact(review, await find('"We met"'), 'MARI\u0301A  LO\u0301PEZ')

  expect((await draft('packet.zip')).problem?.sentence).toContain('DRAFT-packet.zip')
  const made = await vault.run(packetDraft, {
    request: id,
    to: vault.archive.grant(join(folder, 'DRAFT-packet.zip'), 'write').grant,
  })
  expect(made).toMatchObject({ items: 3, undecided: 1, name: 'DRAFT-packet.zip' })
  const bytes = Buffer.from(readFileSync(join(folder, 'DRAFT-packet.zip')))
  writeFileSync(join(folder, 'packet.zip'), bytes)
  const files = await leaving(folder)

  const lists = [...files.keys()].filter((name) => /\.(?:pdf|csv|html)$/.test(name))
  expect(lists.filter((name) => !name.includes('DRAFT-'))).toEqual([])
  expect(lists).toHaveLength(5)
  for (const name of lists.filter((one) => one.endsWith('.pdf'))) {
    const pages = (files.get(`${name} as text`) ?? '').split('\f').slice(0, -1)
    expect(pages.length).toBeGreaterThan(0)
    expect(pages.filter((page) => !page.includes('DRAFT · A draft for'))).toEqual([])
  }
  for (const name of lists.filter((one) => one.endsWith('.csv')))
    for (const row of (files.get(name) ?? '').trimEnd().split('\r\n').slice(1))
      expect(row).toMatch(/^draft: not released,|^[^,]*$/)
  expect(files.get('DRAFT-index.html')).toContain('<title>DRAFT: ')
  expect(files.get('DRAFT-index.html')).toContain('1 record that answers the request is not in this draft')
  expect(files.get('README.txt')).toMatch(/^DRAFT\. /)
  expect(saying(files, 'López')).toEqual([])
  expect(saying(files, 'Quokkason')).toEqual([])
  expect([...files].flatMap(([name, text]) => (/AB-(?:P0001|2026-)/.test(text) ? [name] : []))).toEqual([])

  // It never verifies as released, on the command line or on its own page, marks taken off or not.
  const verified = await vault.call(packetVerify, {
    packet: vault.archive.grant(join(folder, 'DRAFT-packet.zip'), 'read').grant,
  })
  expect(verified).toMatchObject({ status: 'draft', draft: true, issuedHere: false, findings: [] })
  const checked = await byPage(bytes)
  expect(checked).toEqual(await byCommand(bytes))
  expect(inWords(checked).verdict).toBe('This is a draft. The City has released nothing with it.')
  const plain = Buffer.from(bytes)
  const at = plain.indexOf('"draft": true')
  plain.write('"draft":false', at)
  const stripped = await byCommand(plain)
  expect(stripped.draft).toBe(true)
  expect(stripped.findings.map(({ code }) => code)).toContain('P017')

  // Nothing of it is in the vault: no production, no number, no file.
  expect((await vault.call(requestShow, { id })).productions).toEqual([])
  expect(readdirSync(join(vault.folder, 'staging'))).toEqual([])
  await decide(await find('pothole'), { ...released, reason: 'Looked at again' })
  await decide(await find('officer'), { outcome: 'withhold', grounds: [ground], redactions: [], reason: '' })
  const pothole = await find('pothole')
  const letter = await vault.call(letterDraft, { request: id, id: null, draft: emptyLetter('closure', 'R. Ortiz') })
  await vault.call(letterDiscard, { id: letter.id, reason: 'Another one' })
  await sign()
  expect((await vault.call(reviewShow, { request: id, record: pothole })).history).toHaveLength(2)
  await expect(vault.call(reviewSetPolicy, { workProduct: 'keep' })).rejects.toThrow('Only the City Attorney')
  expect(await vault.call(reviewPolicy, {})).toEqual({ workProduct: 'delete' })
  expect((await build()).problem).toBeNull()

  // What was decided and replaced, and the letter put aside, went when the packet was sealed; the ledger says how many.
  const left = await vault.call(reviewShow, { request: id, record: pothole })
  expect(left).toMatchObject({ decision: { outcome: 'release' }, history: [{ reason: 'Looked at again' }] })
  expect(await vault.call(letterList, { request: id })).toEqual([])
  const rows = await vault.call(ledgerPage, { before: null, limit: 20 })
  expect(JSON.stringify(rows)).toContain('"deleted":{"decisions":1,"letters":1}')
  const packet = await unzipped(readFileSync(join(folder, 'packet.zip')))
  expect(packet.get('records.csv')?.toString()).toContain('AB-2026-000001,AB-P0001-000003')
  expect(execFileSync('pdftotext', [join(folder, 'read', 'DRAFT-records.pdf'), '-'], { encoding: 'utf8' })).toContain(
    'AB-DRAFT-000001',
  )
  expect(packet.get('index.html')?.toString()).not.toMatch(/<title>DRAFT|class="training"/)
})

const ground = { exemption: 'gov-7928.300', law: '', harm: '', describes: 'Medical leave' }
