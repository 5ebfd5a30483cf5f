// The comment of a ZIP archive that was made without one (APPNOTE 4.3.16): programs that open the archive pass over it.

const END = 0x06054b50
const END_SIZE = 22

/** The archive with a comment. @throws RangeError where it does not end as an archive without a comment does */
export function withZipComment(archive: Uint8Array, comment: string): Uint8Array {
  const bytes = Buffer.concat([archive, Buffer.from(comment, 'latin1')])
  const end = archive.length - END_SIZE
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new RangeError('this archive has a comment, or is none')
  bytes.writeUInt16LE(comment.length, end + END_SIZE - 2)
  return bytes
}
