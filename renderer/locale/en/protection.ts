// English strings on what protects the folder of the vault.
export const en = {
  title: 'Who can read this vault',
  roles:
    'Roles guide the work and record who did what. They do not protect an open folder: whoever can open the folder of the vault on this computer can read everything in it, without Muniment. What protects it is the log-in of the computer and the encryption of its disk.',
  disk: 'The disk on which it lies',
  encrypted: 'It is encrypted ({by}): a computer that is switched off and lost tells nothing.',
  plain:
    'It is not encrypted, as far as this computer says. Whoever gets the disk can read the vault. Ask whoever looks after this computer to switch its encryption on: BitLocker on Windows, FileVault on a Mac, LUKS on Linux.',
  suspended:
    'It is encrypted ({by}), but its protection is suspended: the key lies open on the disk. Ask whoever looks after this computer to resume it.',
  unknown: 'Whether it is encrypted cannot be told from here. Ask whoever looks after this computer.',
  notSynced:
    'No service is known to synchronise its folder (OneDrive, Dropbox, iCloud Drive, Google Drive and others are looked for).',
  synced: 'Its folder is synchronised: {service}',
  syncedAbout:
    'What is in the vault is then also with that service and on every computer that it reaches, and what is destroyed here may stay there. Move the vault to a folder of this computer alone.',
  rolesUnder:
    'Roles guide the work and record who did what. They do not protect an open folder: what protects this one is the passphrase of the vault, and while the vault is open, the log-in of the computer.',
  leaves:
    'What leaves the vault is not encrypted by it: packets, exports and printed pages are for others to read. An encrypted backup and a copy for a review have a passphrase of their own; log-ins are sealed to two officers.',
} as const
