// Which members of an export are media.
import type { ExportPlan } from './platform.ts'

/** Whether a relative name is one of the plan's media. */
export function isMediaName({ mediaFolders, mediaNames }: ExportPlan, name: string): boolean {
  return mediaNames?.has(name) === true || mediaFolders.some((folder) => name.startsWith(`${folder}/`))
}
