// Loads modules that were found by folder: outside a bundle no glob does it.
import { pathToFileURL } from 'node:url'

/** What a module exports, by name. @param path absolute */
export async function moduleAt(path: string): Promise<Readonly<Record<string, unknown>>> {
  return import(/* @vite-ignore */ pathToFileURL(path).href)
}
