// Owns which files a computer's system leaves in folders, by the names that it gives them.

const NAMES =
  /^(?:\.DS_Store|\.localized|\.directory|\._.*|\.fseventsd|\.apdisk|Thumbs\.db(?:-shm|-wal)?|ehthumbs(?:_vista)?\.db|desktop\.ini|Icon\r|~\$.*|\.~lock\..*#|autorun\.inf)$/i
const FOLDERS =
  /(?:^|\/)(?:__MACOSX|\.Spotlight-V100|\.Trashes|\.Trash-\d+|\.TemporaryItems|\.DocumentRevisions-V100|\.AppleDouble|@eaDir|\$RECYCLE\.BIN|System Volume Information)\//i

/** Whether a file is the system's own: an index of a folder, small pictures of it, a lock, a bin. */
export function madeBySystem(name: string): boolean {
  return NAMES.test(name.slice(name.lastIndexOf('/') + 1)) || FOLDERS.test(name)
}
