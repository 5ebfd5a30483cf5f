// Files that a person names on the command line.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'

const codes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  EISDIR: 'it is a folder',
}

/**
 * A file's bytes.
 * @param folder where a relative path starts
 * @throws MunimentError FILE_UNREADABLE
 */
export function readBytes(folder: string, path: string): Buffer {
  try {
    return readFileSync(resolve(folder, path))
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** A file of text in UTF-8, without a byte order mark. @throws MunimentError FILE_UNREADABLE */
export function readText(folder: string, path: string): string {
  return readBytes(folder, path)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
}

/**
 * A JSON file checked by a schema.
 * @throws MunimentError FILE_UNREADABLE, INPUT_INVALID with each thing that does not fit
 */
export function readJson<Schema extends z.ZodType>(folder: string, path: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(parse(readText(folder, path), path))
  if (parsed.success) return parsed.data
  throw new MunimentError('INPUT_INVALID', `${path} does not fit. Nothing was done.\n${z.prettifyError(parsed.error)}`)
}

/** A file as the contract carries it: its name and its bytes. @throws MunimentError FILE_UNREADABLE */
export function readPaper(folder: string, path: string): { name: string; bytes: string } {
  return { name: basename(path), bytes: readBytes(folder, path).toString('base64') }
}

/** Makes sure that a file or folder to be read is there. @throws MunimentError FILE_UNREADABLE */
export function mustExist(folder: string, path: string): void {
  try {
    statSync(resolve(folder, path))
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Makes sure that nothing is overwritten. @throws MunimentError TARGET_EXISTS */
export function mustNotExist(folder: string, path: string): void {
  if (!existsSync(resolve(folder, path))) return
  throw new MunimentError(
    'TARGET_EXISTS',
    `${path} exists already. Nothing was changed; choose another name or move it away.`,
  )
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new MunimentError('INPUT_INVALID', `${path} is no JSON: ${why}. Nothing was done.`)
  }
}

function unreadable(path: string, error: unknown): MunimentError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new MunimentError(
    'FILE_UNREADABLE',
    `${path} cannot be read: ${codes[code] ?? 'an error of the disk'}. Nothing was done.`,
    {
      cause: error,
    },
  )
}
