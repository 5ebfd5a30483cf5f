// The same texts and photos by pdfkit alone: no tags, no lists, no digests. Usage: node packet-plain.ts EXPORT TARGET. Prints one JSON line.
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { openPromise } from 'yauzl'
import { z } from 'zod'
import { packagedFonts } from '../../electron/core/typeset/fonts.ts'
import { peakMB } from './peak.ts'

const Tweets = z.array(
  z.object({ tweet: z.object({ id_str: z.string(), full_text: z.string(), created_at: z.string() }) }),
)
const [exported = '', target = ''] = process.argv.slice(2)
const zip = await openPromise(exported, { lazyEntries: true })
const photos = new Map<string, Buffer>()
let tweets: z.infer<typeof Tweets> = []
for await (const entry of zip.eachEntry()) {
  const chunks: Buffer[] = []
  const wanted = /tweets_media\/|data\/tweets\.js$/.test(entry.fileName)
  if (!wanted) continue
  for await (const chunk of await zip.openReadStreamPromise(entry)) if (chunk instanceof Buffer) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const id = /tweets_media\/(\d+)-/.exec(entry.fileName)?.[1]
  if (id !== undefined) photos.set(id, bytes)
  else tweets = Tweets.parse(JSON.parse(bytes.toString('utf8').replace(/^[^=]*=/, '')))
}
const began = performance.now()
const out = createWriteStream(target)
const doc = new PDFDocument({ size: 'LETTER', margin: 60, font: packagedFonts()('sans', false) })
let pages = 1
doc.on('pageAdded', () => (pages += 1))
doc.pipe(out)
for (const { tweet } of tweets) {
  doc.fontSize(10.5).text(`${tweet.id_str} Post by @AlderBayCity`)
  doc.fontSize(8).text(tweet.created_at)
  doc.fontSize(11).text(tweet.full_text)
  const photo = photos.get(tweet.id_str)
  if (photo !== undefined) doc.image(photo, { fit: [492, 250] })
  doc.moveDown()
}
doc.end()
await finished(out)
const seconds = (performance.now() - began) / 1000
console.log(JSON.stringify({ records: tweets.length, pages, seconds, rate: 0, rssMB: peakMB() }))
