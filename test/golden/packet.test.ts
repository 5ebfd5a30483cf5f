// What a packet promises: the same bytes for the same production, every byte accounted for, every word there, nothing alive in it.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { PAGE_SCRIPT } from '../../electron/core/disclosure/packet/page-script.ts'
import { everything, packetFiles, packetOf, sha256, squeezed, textOf, unzipped, vaultWith } from './packet-files.ts'
import { illustrated, latin, messages } from './packet-records.ts'

/** A list of digests by file name. */
const sumsIn = (files: Awaited<ReturnType<typeof packetFiles>>, name: string) =>
  new Map(
    textOf(files, name)
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  )

describe('a packet', () => {
  it('is the same to the last byte in another time zone, and whatever was imported since', async () => {
    const vault = vaultWith(await everything())
    vault.open()
    const built = await vault.build()
    const first = packetOf(vault, built.digest)
    const zone = process.env.TZ
    try {
      process.env.TZ = 'Pacific/Auckland'
      expect(new Date(0).getTimezoneOffset()).toBe(-720)
      expect(sha256(await vault.rebuild(built.production))).toBe(built.digest)
      vault.receive(2, [
        { ...latin[0], id: '1', text: 'The text was changed later.', likes: 999, deleted: true },
        { id: '900', text: 'A later post', kind: 'reply', answers: '1' },
      ])
      expect(sha256(await vault.rebuild(built.production))).toBe(built.digest)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
    expect(sha256(first)).toBe(built.digest)
    expect(first.length).toBe(built.size)
  })

  it('lists every file with its size and digest, in both lists, and nothing else is in it', async () => {
    const vault = vaultWith(await everything())
    vault.open()
    const files = await packetFiles(vault)
    const manifest = JSON.parse(textOf(files, 'manifest.json'))
    const listed = new Map<string, string>(
      manifest.files.map((file: { name: string; sha256: string }) => [file.name, file.sha256]),
    )
    const sums = sumsIn(files, 'manifest-sha256.txt')
    const tags = sumsIn(files, 'tagmanifest-sha256.txt')
    const actual = new Map([...files].map(([name, bytes]) => [name, sha256(bytes)]))
    actual.delete('tagmanifest-sha256.txt')
    for (const [name, digest] of tags) {
      expect(actual.get(name)).toBe(digest)
      actual.delete(name)
    }
    expect([...tags.keys()]).toEqual(['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'])
    expect(sums).toEqual(actual)
    actual.delete('manifest.json')
    expect(listed).toEqual(actual)
    const octets = [...sums.keys()].reduce((sum, name) => sum + (files.get(name)?.length ?? 0), 0)
    expect(textOf(files, 'bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    expect(textOf(files, 'bag-info.txt')).toContain(`\nPayload-Oxum: ${octets}.${sums.size}\n`)
    expect(textOf(files, 'bag-info.txt')).toMatch(/^(?:[A-Za-z-]+: [^\n]+\n)+$/)
    expect(manifest.records.leaves).toHaveLength(manifest.production.items)
    const plain = /^(?:[A-Za-z0-9._-]+|(?:native|media|pages)\/[^/\\:*?"<>|\p{C}]+)$/u
    expect([...files.keys()].filter((name) => !plain.test(name))).toEqual([])
  })

  it('is checked by the common tools that its README names', async () => {
    const vault = vaultWith(await everything())
    vault.open()
    const folder = join(vault.folder, 'unpacked')
    for (const [name, bytes] of await packetFiles(vault)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), bytes)
    }
    const checked = (list: string) =>
      execFileSync('sha256sum', ['--check', '--strict', '--quiet', list], { cwd: folder, encoding: 'utf8' })
    expect(checked('manifest-sha256.txt')).toBe('')
    expect(checked('tagmanifest-sha256.txt')).toBe('')
    writeFileSync(join(folder, 'records.csv'), 'changed')
    expect(() => checked('manifest-sha256.txt')).toThrow()
  })

  it('holds the words of every record in Latin script in its PDF', async () => {
    const vault = vaultWith([...latin, ...messages])
    vault.open()
    const files = await packetFiles(vault)
    const pdf = join(vault.folder, 'records.pdf')
    writeFileSync(pdf, files.get('records.pdf') ?? '')
    const words = squeezed(
      execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replace(
        /City of Alder Bay · request.*\n|AB-P0001-\d{6}\n|\f/g,
        '',
      ),
    )
    const missing = [...latin, ...messages].filter(({ text }) => !words.includes(squeezed(text)))
    expect(missing).toEqual([])
    expect(words).toContain(squeezed('Deleted on the platform on'))
    expect(words).toContain(squeezed('AB-2026-000006 Reply by @AlderBayCity'))
    expect(words).toContain(squeezed('In reply to AB-2026-000005'))
    expect(words).toContain(squeezed('February 2, 2023, 8:05:06 PM (UTC−08:00) · 2023-02-03 04:05:06 UTC'))
  })

  it('gives every text back from its table, formulas made harmless', async () => {
    const said = await everything()
    const vault = vaultWith(said)
    vault.open()
    const files = await packetFiles(vault)
    const rows: Record<string, string>[] = parse(files.get('records.csv') ?? '', {
      bom: true,
      columns: true,
      record_delimiter: '\r\n',
    })
    const texts = new Map(rows.map((row) => [row['Platform id'], row.Text]))
    expect(rows).toHaveLength(said.length)
    for (const { id, text } of said) {
      const cell = texts.get(id) ?? ''
      expect(/^[=+\-@\t\r]/.test(cell)).toBe(false)
      expect(cell === text || cell === `'${text}`).toBe(true)
    }
  })

  it('has pages in which captured text is text and nothing else', async () => {
    const vault = vaultWith(await everything())
    vault.open()
    const files = await packetFiles(vault)
    const page = textOf(files, 'index.html')
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script)
    expect(scripts).toEqual([PAGE_SCRIPT])
    const body = page
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace(`<script>${PAGE_SCRIPT}</script>`, () => '')
      .replace('<!doctype html>', '')
    const tag =
      /^<\/?(?:html|head|meta|title|body|header|main|footer|article|figure|figcaption|p|h[123]|ul|li|dl|dt|dd|a|br|bdi|time|img|code|nav|span|div|strong|table|caption|thead|tbody|tr|th|td|form|label|input|button|progress|noscript|video)(?:(?: hidden| disabled| controls)| (?:lang|charset|http-equiv|content|name|class|id|aria-labelledby|aria-label|href|src|alt|rel|dir|datetime|loading|decoding|for|type|role|scope|accept|autocomplete|spellcheck|maxlength|preload)="[^"<>]*")*>$/
    expect((body.match(/<[^>]*>?/g) ?? []).filter((found) => !tag.test(found))).toEqual([])
    const hash = (text: string) => `&#39;sha256-${createHash('sha256').update(text).digest('base64')}&#39;`
    expect(page).toContain(
      `default-src &#39;none&#39;; style-src ${hash(style)}; script-src ${hash(PAGE_SCRIPT)}; img-src &#39;self&#39; file:;`,
    )
    const targets = [...body.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target = '']) => target)
    expect(
      targets.filter(
        (target) =>
          !/^(?:#records$|media\/|native\/|records\.pdf$|records\.csv$|records\.xlsx$|README\.txt$|https?:)/.test(
            target,
          ),
      ),
    ).toEqual([])
    const inside = targets.filter((target) => !/^(?:http|#)/.test(target)).map(decodeURIComponent)
    expect(inside.filter((target) => !files.has(target))).toEqual([])
    expect(body).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })

  it('holds the exact source of each record', async () => {
    const vault = vaultWith(latin)
    vault.open()
    const files = await packetFiles(vault)
    const native = textOf(files, 'native/AB-2026-000001.json')
    const source = JSON.stringify({ ...latin[0], media: undefined })
    expect(native).toContain(`"source":${source}}`)
    expect(JSON.parse(native).versions[0].fragments[0].sha256).toBe(sha256(Buffer.from(source)))
  })

  it('shows pictures that no PDF can hold by a copy, and names what is no picture', async () => {
    const vault = vaultWith(await illustrated())
    vault.open()
    const files = await packetFiles(vault)
    const pdf = join(vault.folder, 'records.pdf')
    writeFileSync(pdf, files.get('records.pdf') ?? '')
    const pictures = execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' }).trim().split('\n').length - 2
    const words = squeezed(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }))
    expect(pictures).toBe(3)
    expect([...files.keys()].filter((name) => name.startsWith('media/'))).toEqual([
      'media/AB-2026-000001-photo.jpg',
      'media/AB-2026-000002-photo.png',
      'media/AB-2026-000003-photo.webp',
      'media/AB-2026-000004-CON.jpg',
      'media/AB-2026-000005-film.mp4',
    ])
    expect(words).toContain(squeezed('Photo that could not be shown: media/AB-2026-000004-CON.jpg'))
    expect(words).toContain(squeezed('Video: media/AB-2026-000005-film.mp4'))
    expect(words).toContain(squeezed('Photo not in the vault: lost.jpg (The export does not hold it.)'))
  })

  it('holds no file that only calls itself a picture: nobody looked through it', async () => {
    const page = Buffer.from('<!doctype html><script>window.harmed = true</script>')
    const vault = vaultWith([{ id: '1', text: 'See this', media: [{ name: 'photo.jpg', bytes: page }] }])
    vault.open()
    await expect(packetFiles(vault)).rejects.toThrow('has a document that nobody has looked through')
  })

  it('shows an edited post with what it said before', async () => {
    const vault = vaultWith([{ id: '1', text: 'Closed until Monday.' }], [{ id: '1', text: 'Closed until Tuesday.' }])
    vault.open()
    const files = await packetFiles(vault)
    const page = textOf(files, 'index.html')
    expect(page.indexOf('Closed until Tuesday.')).toBeLessThan(page.indexOf('Closed until Monday.'))
    expect(JSON.parse(textOf(files, 'native/AB-2026-000001.json')).versions).toHaveLength(2)
  })

  it('says plainly that nothing was found, and is a packet all the same', async () => {
    const vault = vaultWith(latin)
    vault.open({ search: 'nobodyeverwrotethis' })
    const built = await vault.build()
    const files = await unzipped(packetOf(vault, built.digest))
    expect(built.items).toBe(0)
    expect(textOf(files, 'index.html')).toContain('Nothing that was searched answers this request.')
    expect([...files.keys()].sort()).toEqual([
      'README.txt',
      'bag-info.txt',
      'bagit.txt',
      'commitments.json',
      'index.html',
      'manifest-sha256.txt',
      'manifest.json',
      'records.csv',
      'records.pdf',
      'records.xlsx',
      'tagmanifest-sha256.txt',
    ])
    expect(JSON.parse(textOf(files, 'manifest.json')).records.root).toBeNull()
  })

  it('never tells who asked', async () => {
    const vault = vaultWith(latin)
    vault.open({ requester: 'Rosalind Ortizky' })
    const packet = packetOf(vault, (await vault.build()).digest)
    const files = await unzipped(packet)
    expect([...files.values()].filter((bytes) => bytes.includes('Ortizky'))).toEqual([])
    expect(packet.includes('Ortizky')).toBe(false)
  })
})
