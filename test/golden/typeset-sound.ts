// What PDF/UA-1 and PDF/A-2a ask of every file and a program can tell (ISO 14289-1, 7; ISO 19005-2, 6), read without imports from the code it judges.
import { expect } from 'vitest'
import type { Pdf } from './typeset-read.ts'

/**
 * Everything drawn is tagged or an artifact, every element is written, knows its parent and owns its content; returns how often each role stands there.
 */
export function soundStructure(pdf: Pdf): ReadonlyMap<string, number> {
  const root = pdf.reference(pdf.find('/Type /Catalog'), 'StructTreeRoot')
  const roles = new Map<string, number>()
  const owned = new Map<string, number>()
  let level = 0
  const walk = (id: number, parent: number) => {
    const element = pdf.object(id)
    expect(element).toContain(`/P ${parent} 0 R`)
    const role = /\/S\/(\w+)/.exec(element)?.[1] ?? ''
    roles.set(role, (roles.get(role) ?? 0) + 1)
    if (role === 'TH') expect(element).toMatch(/\/Scope\/(Row|Column)/)
    if (role === 'Figure') expect(element).toContain('/Alt <FEFF')
    if (role === 'Note') expect(element).toContain('/ID')
    const heading = /^H(\d)$/.exec(role)?.[1]
    if (heading !== undefined) {
      expect(Number(heading), 'a heading level is skipped').toBeLessThanOrEqual(level + 1)
      level = Number(heading)
    }
    const page = /\/Pg (\d+) 0 R/.exec(element)?.[1]
    const kids = /\/K\[([^\]]*)\]/.exec(element)?.[1] ?? ''
    const other = /<<\/Type\/MCR\/Pg (\d+) 0 R\/MCID (\d+)>>|<<\/Type\/OBJR.*?>>/g
    for (const [, at, number] of kids.matchAll(other)) if (at) owned.set(`${at} ${number}`, id)
    const rest = kids.replace(other, '')
    for (const [, child] of rest.matchAll(/(\d+) 0 R/g)) walk(Number(child), id)
    for (const [number] of rest.replace(/\d+ 0 R/g, '').matchAll(/\d+/g)) owned.set(`${page} ${number}`, id)
  }
  const [document] = [...(/\/K \[(\d+) 0 R\]/.exec(pdf.object(root)) ?? [])].slice(1)
  walk(Number(document), root)
  let marked = 0
  for (const { id, content } of pdf.pages) {
    let open = 0
    for (const [token, number] of content.matchAll(/BDC|BMC|EMC|\/MCID (\d+)>>BDC|\bT[jJ]\b|\bf\b|\bS\b/g)) {
      if (token === 'EMC') open--
      else if (/BDC|BMC/.test(token)) open++
      else expect(open, `untagged ${token}`).toBeGreaterThan(0)
      if (number === undefined) continue
      marked++
      expect(owned.has(`${id} ${number}`)).toBe(true)
    }
    expect(open).toBe(0)
  }
  expect(marked).toBe(owned.size)
  return roles
}

/**
 * What else the two standards ask of a file: what it says of itself, fonts, colours, annotations, and what it must not hold.
 * @param claims whether it may declare that it conforms
 */
export function soundFile(pdf: Pdf, bytes: Buffer, claims: boolean): void {
  const catalog = pdf.find('/Type /Catalog')
  expect(catalog).toMatch(/\/Lang \([a-z]{2}(?:-[A-Z]{2})?\)/)
  expect(pdf.at(catalog, 'MarkInfo')).toContain('/Marked true')
  expect(pdf.at(catalog, 'ViewerPreferences')).toContain('/DisplayDocTitle true')
  const xmp = pdf.stream(pdf.reference(catalog, 'Metadata')).toString('utf8')
  expect(xmp).toMatch(/<dc:title>[\s\S]*<rdf:li xml:lang="x-default">[^<]+</)
  expect(xmp.includes('<pdfuaid:part>1<')).toBe(claims)
  expect(xmp.includes('<pdfaid:part>2<')).toBe(claims)
  expect(catalog).toContain('/OutputIntents')
  expect(pdf.find('/S /GTS_PDFA1')).toContain('/DestOutputProfile')
  const fonts = pdf.all('/Type/FontDescriptor')
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toContain('/FontFile2')
  for (const font of pdf.all('/Subtype/Type0')) expect(font).toContain('/ToUnicode')
  for (const page of pdf.all('/Type /Page\n')) expect(page).toContain('/Tabs /S')
  for (const note of pdf.all('/Subtype/Link')) {
    expect(note).toContain('/Contents')
    expect(note).toMatch(/\/F 4\b/)
  }
  const all = pdf.all('').join('\n')
  expect(all).not.toMatch(
    /\/(?:JavaScript|Launch|AA|OpenAction|EmbeddedFile|Encrypt|LZWDecode|RichMedia|XFA|NeedAppearances)\b/,
  )
  const tail = bytes.subarray(-4096).toString('latin1')
  expect(tail.slice(tail.lastIndexOf('trailer'))).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/)
}
