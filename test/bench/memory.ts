// Peak memory of an import of archives of growing size, films and posts: it must not grow with them.
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeWithFilms } from '../fixtures/large.ts'
import { lineOf, measure } from './measure.ts'

/** @param megabytes sizes of the archives, each written and taken away again */
export async function benchMemory(folder: string, megabytes: readonly number[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const archive = join(folder, 'films.zip')
  const vault = join(folder, 'films.muniment')
  for (const size of megabytes) {
    for (const path of [archive, vault]) rmSync(path, { recursive: true, force: true })
    await writeWithFilms(archive, size * 2 ** 20)
    const own = await measure(join(import.meta.dirname, 'import.ts'), archive, vault)
    const actual = (statSync(archive).size / 2 ** 20).toFixed(0)
    console.log(`${actual.padStart(6)} MB: ${own.records.toLocaleString('en-US')} records, ${lineOf(own)}`)
  }
  for (const path of [archive, vault]) rmSync(path, { recursive: true, force: true })
}
