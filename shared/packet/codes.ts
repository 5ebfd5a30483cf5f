// What checking a packet may find, each with its number; docs/packet.md says it in the same words.

/** What each number means. */
export const CODES = {
  P001: 'the file is no ZIP archive, or it is cut off',
  P002: 'the archive’s list of files cannot be read to its end',
  P003: 'a name stands twice in the packet',
  P004: 'a file is packed in a way in which it cannot be unpacked (encrypted, damaged); it was not read',
  P005: 'the record before or behind a file’s content in the archive was changed',
  P006: 'a file’s entry in the archive’s directory was changed',
  P007: 'bytes were added to the archive, or its last records were changed',
  P008: 'a file bears another date than the day on which the production was settled',
  P009: 'the manifest or its list of digests does not have the checksum that the archive gives',
  P010: 'there is no manifest that can be read',
  P011: 'a file cannot be read: the packet ends before it does',
  P012: 'a file is listed in the manifest and not in the packet',
  P013: 'a file is not as the manifest says',
  P014: 'a file is in the packet and not in the manifest',
  P015: 'the root over the records does not follow from the native files and their salts',
  P016: 'manifest-sha256.txt is missing',
  P017: 'manifest.json and manifest-sha256.txt do not say the same',
  P018: 'the counts do not agree with the records',
  P019: 'a BagIt tag (bagit.txt, bag-info.txt, tagmanifest-sha256.txt) is missing or does not follow from the manifest',
  P020: 'commitments.json is missing or cannot be read, though the manifest speaks of it',
  P021: 'the root over the commitments does not follow from them, or is not the manifest’s',
  P022: 'the commitments are bound to another production, ledger or export',
  P023: 'a record’s own file says something else than was committed to',
  P030: 'the SHA-256 of the file is not the one of the letter',
  P040: 'the opening cannot be read',
  P041: 'the opening is not of this packet',
  P042: 'the opening does not show what the City committed to',
  P043: 'the source in the opening is not what was committed to, or does not lead to a root that the packet gives',
  P044: 'the signature under the opening is not of its key, or is over something else than the opening says',
  P099: 'more was found than is listed',
} as const satisfies Readonly<Record<`P${number}`, string>>

/** The number of a finding. */
export type Code = keyof typeof CODES
