// What a clerk can rely on when an import is read again: its readings are those of this version, its versions what they were.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDriver } from '../../../electron/core/vault/catalog/driver.ts'
import { intakeReparse } from '../../../shared/contract/correction.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { recordPage, recordShow } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { AccessionId } from '../../../shared/domain/id.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { workplace } from '../../support/vaults.ts'
import { post, xFiles } from '../../support/x-files.ts'

const { folder, vault, closeAfter } = workplace('reparse')
const reason = 'Entities are decoded now'

describe('an import that is read again', () => {
  it('shows what this parser understands, with the same versions, and says by which parsers it was read', async () => {
    const first = await vault()
    const path = join(folder, 'export.zip')
    const files = xFiles([post(1, 'Water &amp; power'), post(2)])
    writeFileSync(path, rawZip(Object.entries(files).map(([name, data]) => ({ name, data, method: 8 }))))
    const sources = [first.archive.grant(path, 'read').grant]
    const { accession } = await first.run(intakeImport, { sources, account: first.account, platform: null })
    await first.archive.close()
    // As an older parser would have left it: an entity not decoded, links unknown.
    const db = openDriver(join(first.folder, 'catalog.sqlite'), { readonly: false })
    db.run("UPDATE version SET text = 'Water &amp; power', details = '{}' WHERE text = 'Water & power'")
    db.run("UPDATE accession SET parser = 'x 0'")
    db.close()
    const one = await first.reopen()
    closeAfter(one)
    const found = async (search: string) =>
      (await one.call(recordPage, { search, before: null, limit: 10, live: false })).rows
    const [before] = await found('power')
    if (before === undefined) throw new Error('it is not there')
    const digests = async () => (await one.call(recordShow, { id: before.id })).versions.map(({ digest }) => digest)
    const kept = await digests()

    const done = await one.run(intakeReparse, { accession, reason })
    expect(done).toMatchObject({ before: 'x 0', changed: 1, fixed: 0, unreadable: 0 })
    const after = await one.call(recordShow, { id: before.id })
    expect(after.versions.map(({ text }) => text)).toEqual(['Water & power'])
    expect([await digests(), after.versions[0]?.observations[0]?.parser]).toEqual([kept, done.parser])
    expect(await one.run(intakeReparse, { accession, reason })).toMatchObject({ changed: 0, before: done.parser })
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
    await expect(one.run(intakeReparse, { accession: AccessionId.parse(99), reason })).rejects.toThrow(
      'no complete import 99',
    )
  })
})
