// Owns the closed list of what can be wrong with a received package, what each finding does, and its sentence.
//
// refused  the whole package: its structure cannot be trusted, nothing in it is read; other packages of the set are.
// blocked  one member: its bytes are never read, because they are unsafe or not what they say.
// held     one member: its bytes are sound, its name or kind is not; read only when somebody asks for it on purpose.
// noted    nothing is kept back; the clerk is told.
//
// "Quarantined" on screen means blocked or held. The rest of a package is readable whatever happens to one member.

/** What a finding does to a package or member. */
export type ArchiveEffect = 'refused' | 'blocked' | 'held' | 'noted'

export interface Kind {
  readonly number: string
  readonly effect: ArchiveEffect
  readonly says: (detail: string) => string
}

export const KINDS = {
  'package-unreadable': {
    number: 'A101',
    effect: 'refused',
    says: (d) => `cannot be opened: ${d}. Check the file and choose it again.`,
  },
  'not-a-zip': {
    number: 'A102',
    effect: 'refused',
    says: () => 'is not a ZIP file. Unpack it with the program it belongs to and choose the folder.',
  },
  truncated: {
    number: 'A103',
    effect: 'refused',
    says: () => 'is cut short: its end is missing. Download or copy it again.',
  },
  'trailing-data': {
    number: 'A104',
    effect: 'refused',
    says: (d) => `has ${d} after its end that belong to no file. Ask for a clean copy.`,
  },
  concatenated: {
    number: 'A105',
    effect: 'refused',
    says: (d) =>
      `holds more than one archive, or data in front of it (${d}). Ask for a clean copy, or choose the folder.`,
  },
  overlap: {
    number: 'A106',
    effect: 'refused',
    says: (d) => `lists two files in the same place (${d}): no honest program writes that. Ask for a clean copy.`,
  },
  'damaged-directory': {
    number: 'A107',
    effect: 'refused',
    says: (d) =>
      `has a list of files that cannot be read (${d}). Download it again, or unpack it and choose the folder.`,
  },
  'split-archive': {
    number: 'A108',
    effect: 'refused',
    says: () => 'is one piece of a split ZIP. Unpack all pieces together and choose the folder.',
  },
  'too-many-members': {
    number: 'A109',
    effect: 'refused',
    says: (d) => `lists more than ${d} files in the set. If that is expected, raise the limit and import again.`,
  },
  'too-large-in-total': {
    number: 'A110',
    effect: 'refused',
    says: (d) => `would unpack to more than the ${d} bytes allowed for the set. If that is expected, raise the limit.`,
  },
  'nested-too-deep': {
    number: 'A111',
    effect: 'refused',
    says: (d) => `lies more than ${d} archives deep inside another. Unpack it by hand and choose the folder.`,
  },
  'empty-file': {
    number: 'A112',
    effect: 'refused',
    says: () => 'is empty (0 bytes): the download was cut off before it began. Download it again.',
  },
  'unfinished-download': {
    number: 'A113',
    effect: 'refused',
    says: () => 'is a download that did not finish. Let the browser finish it, or download it again.',
  },
  'other-archive': {
    number: 'A114',
    effect: 'refused',
    says: (d) => `is packed as ${d}, which Muniment does not open. Unpack it with 7-Zip and choose the folder.`,
  },
  'damaged-archive': {
    number: 'A115',
    effect: 'refused',
    says: (d) => `cannot be unpacked (${d}). Download it again.`,
  },
  'package-bomb': {
    number: 'A116',
    effect: 'refused',
    says: (d) => `would unpack to more than ${d} times its size: that is how a decompression bomb looks.`,
  },
  'no-room': {
    number: 'A117',
    effect: 'refused',
    says: () => 'would unpack to more than there is room for on the disk. Free some space and try again.',
  },

  encrypted: {
    number: 'A201',
    effect: 'blocked',
    says: () => 'is locked with a password. Ask for it without one.',
  },
  'unknown-method': {
    number: 'A202',
    effect: 'blocked',
    says: (d) => `is packed in a way Muniment does not read (method ${d}). Unpack it by hand and choose the folder.`,
  },
  'size-mismatch': {
    number: 'A203',
    effect: 'blocked',
    says: (d) => `does not have the size the package states (${d}).`,
  },
  'ratio-bomb': {
    number: 'A204',
    effect: 'blocked',
    says: (d) => `would unpack to ${d} times its size: that is how a decompression bomb looks.`,
  },
  'member-too-large': {
    number: 'A205',
    effect: 'blocked',
    says: (d) => `would unpack to ${d} bytes, more than is allowed for one file. If that is expected, raise the limit.`,
  },
  'special-entry': {
    number: 'A206',
    effect: 'blocked',
    says: (d) => `is not a file but ${d}.`,
  },
  'wrong-checksum': {
    number: 'A207',
    effect: 'blocked',
    says: () => 'was damaged on the way: its checksum is wrong. Download the package again.',
  },
  damaged: {
    number: 'A208',
    effect: 'blocked',
    says: (d) => `cannot be unpacked (${d}). Download the package again.`,
  },
  'changed-while-reading': {
    number: 'A209',
    effect: 'blocked',
    says: () => 'changed while it was read. Close what writes to it and import again.',
  },
  'member-unreadable': {
    number: 'A210',
    effect: 'blocked',
    says: (d) => `cannot be opened: ${d}.`,
  },
  'left-out': {
    number: 'A211',
    effect: 'blocked',
    says: () => 'was left out when it was received. Its name, size and digest are kept; its bytes are not.',
  },

  'unsafe-path': {
    number: 'A301',
    effect: 'held',
    says: (d) => `has a name that points outside the package (${d}).`,
  },
  'device-name': {
    number: 'A302',
    effect: 'held',
    says: (d) => `is named like a device of Windows (${d}).`,
  },
  'alternate-stream': {
    number: 'A303',
    effect: 'held',
    says: () => 'is named like a hidden stream of another file (a colon after its ending).',
  },
  'trailing-dot-or-space': {
    number: 'A304',
    effect: 'held',
    says: () => 'has a name that ends in a dot or a space, which Windows drops.',
  },
  'control-character': {
    number: 'A305',
    effect: 'held',
    says: (d) => `has an invisible character in its name (${d}), which can disguise it.`,
  },
  'local-mismatch': {
    number: 'A306',
    effect: 'held',
    says: (d) => `is described twice in the package, and the two do not agree (${d}).`,
  },
  'name-not-text': {
    number: 'A307',
    effect: 'held',
    says: (d) => `has a name that is not readable text (bytes ${d}).`,
  },
  'duplicate-name': {
    number: 'A308',
    effect: 'held',
    says: () => 'stands in the package more than once with different content: which one is meant cannot be told.',
  },
  'case-twin': {
    number: 'A309',
    effect: 'held',
    says: (d) => `differs only in capital letters from “${d}”, with different content.`,
  },
  'unicode-twin': {
    number: 'A310',
    effect: 'held',
    says: (d) => `looks exactly like “${d}” (its letters are encoded differently), with different content.`,
  },
  'duplicate-copy': {
    number: 'A311',
    effect: 'held',
    says: (d) => `is a second copy (same size and checksum) of “${d}”. It is read once.`,
  },
  'nested-archive': {
    number: 'A312',
    effect: 'held',
    says: () => 'is itself an archive. It is kept, and not opened unless you ask.',
  },
  'macos-sidecar': {
    number: 'A313',
    effect: 'held',
    says: () => 'was added by macOS and holds nothing from the platform.',
  },

  'name-charset': {
    number: 'A401',
    effect: 'noted',
    says: (d) => `does not say how its name is encoded; it was read as ${d}.`,
  },
  'different-in-parts': {
    number: 'A402',
    effect: 'noted',
    says: (d) => `also stands in “${d}” with different content. Both are kept and read.`,
  },
  'unaccounted-bytes': {
    number: 'A403',
    effect: 'noted',
    says: (d) => `holds ${d} that belong to no file. They are kept and not read.`,
  },
  'wrapped-count': {
    number: 'A404',
    effect: 'noted',
    says: (d) => `states a wrong number of files, as macOS does above 65,535. All ${d} were found.`,
  },
  'renamed-member': {
    number: 'A405',
    effect: 'noted',
    says: (d) => `has a name that is not safe on every disk, or that another file has too. It is kept as “${d}”.`,
  },
  'unpacked-archive': {
    number: 'A406',
    effect: 'noted',
    says: () => 'was unpacked when it was received: its files are kept, and the digest of the archive as it came.',
  },
  'too-many-archives': {
    number: 'A407',
    effect: 'noted',
    says: (d) => `is not opened: the export holds more than ${d} archives. Unpack it by hand and import it too.`,
  },
} as const satisfies Record<string, Kind>
