// `npm run demo`: from export archives to a packet and a purge report, in the folder demo/.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { filesToOpen, runDemo } from './demonstration/run.ts'

const folder = resolve(import.meta.dirname, '../demo')
const streamOf = (stream: NodeJS.WriteStream) => ({
  write: (text: string) => void stream.write(text),
  terminal: stream.isTTY === true,
  get columns() {
    return stream.columns
  },
})

const began = performance.now()
try {
  const { packet, packetFiles, commands } = await runDemo(folder, {
    out: streamOf(process.stdout),
    err: streamOf(process.stderr),
  })
  const seconds = Math.round((performance.now() - began) / 1000)
  const digest = createHash('sha256').update(readFileSync(packet)).digest('hex')
  const files = filesToOpen(folder)
  const width = Math.max(...files.map(([file]) => file.length))
  console.log(`
── Done: ${commands} commands in ${seconds} s

The packet holds ${packetFiles} files. Its SHA-256, the same in every run:
  ${digest}

In demo/, open:
${files.map(([file, what]) => `  ${file.padEnd(width)}  ${what}`).join('\n')}

Next: npm start, then open the vault demo/Alder-Bay.muniment
or:   npm run muniment -- records --vault demo/Alder-Bay.muniment --search "has:photo storm"`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
