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
  passphrase:
    'The vault has no passphrase of its own: in its folder everything lies in the clear, so that it can be read without Muniment, proved, and destroyed in place. What leaves it can have one: an encrypted backup of the whole vault, and copies for a review; log-ins are sealed to two officers. A backup into a folder, a copy for reading and packets are not encrypted.',
} as const
