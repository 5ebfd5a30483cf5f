// English strings on passphrases: a new one, and the one of a vault.
export const en = {
  passphrase: 'Passphrase',
  again: 'The passphrase again',
  differs: 'The two differ.',
  make: 'Make one for me',
  made: 'Write it down now, in two places. It is not shown again.',
  kept: 'I have the passphrase in two places, apart from the vault',

  recovery: 'Recovery key (if you have one)',
  recoveryHint:
    'The public half of a pair of keys of the program age (age1…), made by age-keygen. Its secret half, in a sealed envelope or with two officers, opens the vault when the passphrase is lost.',
  recoveryWrong: 'This is no public key of age: it begins with age1 and has 62 letters and digits.',

  put: 'Put it under a passphrase',
  putAbout:
    'Nothing in the folder of the vault can then be read without it: not the records, not the pictures, not the packages. Whoever loses the passphrase and has no recovery key loses the vault: nobody can recover it.',
  secret: 'Passphrase or recovery key',
  unlock: 'Open the vault',
  goOn: 'Go on, and open the vault',
  secretHint: 'Small and capital letters, blanks and hyphens count.',

  title: 'Passphrase of the vault',
  none: 'The vault has no passphrase: whoever can open its folder on this computer, or has a backup of it, can read it.',
  has: 'The vault is under a passphrase. Nothing in its folder can be read without: not the records, not the pictures, not the packages. Backups into a folder and copies for reading are under the same one.',
  hasRecovery: 'A recovery key opens it, too.',
  noRecovery:
    'There is no recovery key: whoever loses the passphrase loses the vault. Change the passphrase to add one.',
  readable:
    'Still to be seen without it: the name of the City and its time zone, how many files there are, how large and of which day, the digests of pictures, and who has the vault open. While the vault is open, its contents are in the memory of this computer.',
  before:
    'Backups, copies and exports made before stay as readable as they were, and so may what the disk still holds of files that were replaced. Destroy what you need no more.',
  setOpen: 'Put it under a passphrase …',
  setAbout:
    'The vault is closed meanwhile, and every file is sealed in its place. For a large vault this takes a while; cut off, it is gone on with at the next opening.',
  setDo: 'Put the vault under the passphrase',
  changeOpen: 'Change the passphrase …',
  changeAbout:
    'The files stay as they are: only the key is sealed anew. Backups made before open with the passphrase until now.',
  changeDo: 'Change the passphrase',
  removeOpen: 'Take the passphrase off …',
  removeAbout: 'Everything in the folder can be read afterwards, without Muniment, by whoever can open the folder.',
  removeDo: 'Take the passphrase off',
  old: 'Passphrase until now, or recovery key',
  cancel: 'Cancel',
} as const
