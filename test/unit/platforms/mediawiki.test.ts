// What a clerk can rely on when a MediaWiki dump is read: of any version of the schema, with words or without.
import { expect, test } from 'vitest'
import mediawiki from '../../../electron/core/intake/platforms/mediawiki/platform.ts'
import { readFiles } from '../../support/read-platform.ts'

const revision = (id: number, text: string, more = '') =>
  `<revision><id>${id}</id><timestamp>2014-01-0${id}T00:00:00Z</timestamp><contributor><username>Ana</username><id>1</id></contributor>${more}${text}</revision>`
const dump = (version: string, pages: string) =>
  `<mediawiki xmlns="http://www.mediawiki.org/xml/export-${version}/" version="${version}" xml:lang="en"><siteinfo><sitename>Alder Wiki</sitename><base>https://w.example/Main</base></siteinfo>${pages}</mediawiki>`

test('revisions that come latest first are versions earliest first, each page by itself', async () => {
  const read = await readFiles(mediawiki, {
    'dump.xml': dump(
      '0.3',
      `<page><title>Lake</title><id>7</id>${revision(3, '<text>third</text>')}${revision(2, '<text>second</text>')}${revision(1, '<text>first</text>')}</page>
       <page><title>Untold</title>${revision(2, '<text/>')}${revision(1, '<text>#REDIRECT [[Lake]]</text>')}</page>`,
    ),
  })
  expect(read.records.map(({ nativeId, text, details }) => [nativeId, text, details.redirect])).toEqual([
    ['7', 'Lake\nfirst', undefined],
    ['7', 'Lake\nsecond', undefined],
    ['7', 'Lake\nthird', undefined],
    ['Untold', 'Untold\n#REDIRECT [[Lake]]', 'Lake'],
    ['Untold', 'Untold', undefined],
  ])
  expect(read.recognition).toMatchObject({ layout: '0.3', ownerName: 'Alder Wiki', confidence: 0.97 })
})

test('what is hidden, what a dump leaves out, and what only newer dumps have is told', async () => {
  const read = await readFiles(mediawiki, {
    'dump.xml': dump(
      '0.11',
      `<page><title>Talk:Lake</title><ns>1</ns><id>8</id><restrictions>edit=sysop</restrictions>
       ${revision(1, '<origin>1</origin><model>wikitext</model><format>text/x-wiki</format><text bytes="9" sha1="x" id="5" location="tt:5"/>')}
       ${revision(2, '<comment deleted="deleted"/><text deleted="deleted"/>')}
       ${revision(3, '<text>See [https://alder.example the town], [[Lake|it]] and [[Hall]] [[File:map of park.png|thumb|alt=A map|Where]]</text><content><role>mediainfo</role><model>json</model><text>{"caption":"Map"}</text></content>', '<minor/>')}</page>`,
    ),
    'images/Map_of_park.png': 'not really a picture',
  })
  expect(
    read.records.map(({ details }) => [
      details.talk,
      details.restrictions,
      details.withoutContent,
      details.suppressed,
      details.suppressedComment,
      details.minor,
    ]),
  ).toEqual([
    [
      true,
      'edit=sysop',
      'The dump holds no words of this revision, only their length.',
      undefined,
      undefined,
      undefined,
    ],
    [true, 'edit=sysop', undefined, true, true, undefined],
    [true, 'edit=sysop', undefined, undefined, undefined, true],
  ])
  expect(read.records[2]).toMatchObject({
    links: [
      { shown: 'the town', target: 'https://alder.example' },
      { shown: 'it', target: 'Lake' },
      { shown: 'Hall', target: 'Hall' },
    ],
    media: [{ role: 'photo', names: ['images/Map_of_park.png'], alt: 'A map' }],
    details: { slots: [{ role: 'mediainfo', model: 'json' }] },
  })
  expect(read.records[2]?.text).toContain('{"caption":"Map"}')
})

test('uploads with their bytes, log entries, writers without an account; never the address of a computer', async () => {
  const read = await readFiles(mediawiki, {
    'dump.xml': dump(
      '0.10',
      `<page><title>File:Map.png</title><ns>6</ns><id>9</id>
       <revision><id>1</id><timestamp>2014-01-01T00:00:00Z</timestamp><contributor><ip>203.0.113.9</ip></contributor><text>A map</text></revision>
       <upload><timestamp>2015-01-01T00:00:00Z</timestamp><contributor><username>Ana</username></contributor><comment>new</comment><filename>Map.png</filename><size>3</size><contents encoding="base64">YWJj</contents></upload></page>
       <logitem><id>4</id><timestamp>2016-01-01T00:00:00Z</timestamp><contributor><username>Ana</username></contributor><comment>spam</comment><type>delete</type><action>delete</action><logtitle>Old page</logtitle></logitem>`,
    ),
  })
  expect(
    read.records.map(({ kind, nativeId, author, text, parentNativeId }) => [
      kind,
      nativeId,
      author,
      text,
      parentNativeId,
    ]),
  ).toEqual([
    ['page', '9', '', 'File:Map.png\nA map', null],
    ['file', 'Map.png 2015-01-01T00:00:00Z', 'Ana', 'Map.png\nnew', '9'],
    ['account-event', 'log 4', 'Ana', 'delete delete Old page\nspam', null],
  ])
  expect(read.records[0]?.details.withoutAccount).toBe(true)
  const abc = Buffer.from('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'hex')
  expect(read.records[1]?.media).toEqual([{ role: 'photo', names: ['Map.png'], directory: '', alt: null, digest: abc }])
  expect(JSON.stringify(read.records)).not.toContain('203.0.113.9')
})

test('a dump that is cut off gives every revision that stands whole in it', async () => {
  const whole = dump(
    '0.10',
    `<page><title>Lake</title><id>7</id>${revision(1, '<text>first</text>')}${revision(2, '<text>second</text>')}`,
  )
  const read = await readFiles(mediawiki, { 'dump.xml': whole.slice(0, whole.indexOf('second')) })
  expect(read.records[0]?.text).toBe('Lake\nfirst')
})

test('the SHA-1 that a dump gives is checked against its words and files; what differs is kept and told', async () => {
  // Reckoned with Python's hashlib, written in base 36.
  const read = await readFiles(mediawiki, {
    'dump.xml': dump(
      '0.10',
      `<page><title>Lake</title><id>7</id>${revision(1, '<text xml:space="preserve">Lake, öffentlich</text><sha1>9k0ihsmk1v39fsyhyd4eowuteb5mrzu</sha1>')}
       ${revision(2, '<text>Road 1</text><sha1>0afx6s4ldiv5jixmzfl90wkvxply82q</sha1>')}${revision(3, '<text>changed</text><sha1>9k0ihsmk1v39fsyhyd4eowuteb5mrzu</sha1>')}
       ${revision(4, '<text>also changed</text><sha1>9k0ihsmk1v39fsyhyd4eowuteb5mrzu</sha1>')}${revision(5, '<text deleted="deleted"/><sha1/>')}
       <upload><timestamp>2014-02-01T00:00:00Z</timestamp><filename>Right.txt</filename><sha1base36>rhp03pbjbqh0l3yv7rtngv7uiqcdp2t</sha1base36><contents encoding="base64">YSBmaWxl</contents></upload>
       <upload><timestamp>2014-02-02T00:00:00Z</timestamp><filename>Wrong.txt</filename><sha1base36>9k0ihsmk1v39fsyhyd4eowuteb5mrzu</sha1base36><contents encoding="base64">YSBmaWxl</contents></upload></page>`,
    ),
  })
  expect(read.records.filter(({ details }) => details.sha1Differs !== undefined).map(({ text }) => text)).toEqual([
    'Lake\nchanged',
    'Lake\nalso changed',
    'Wrong.txt',
  ])
  expect(read.findings.map(({ code, sentence }) => [code, sentence.slice(0, 47)])).toEqual([
    ['sha1-differs', 'The words of revision 3 of “Lake” are not those'],
    ['upload-sha1-differs', 'The file “Wrong.txt” in the dump is not the one'],
  ])
})
