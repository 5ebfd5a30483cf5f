// English strings of an account's log-in for captures.
export const en = {
  title: 'Log-in for captures by its interface',
  about:
    'With it, captures ask the platform for what it shows to the account alone. It is never in the vault, a backup or a capture.',
  never: 'This platform answers everybody: captures need no log-in.',
  may: 'Without a log-in, a capture holds what the platform shows to everybody.',
  any: 'An interface that is captured by a mapping may want one; feeds and pages do not.',
  must: 'This platform answers nobody without a log-in.',
  none: 'No log-in is kept on this computer.',
  keychain: 'A log-in is kept in this computer’s keychain since {day}.',
  weak: 'A log-in is kept on this computer since {day}, in a file that only your user may read.',
  weakAbout:
    'This computer has no keyring, so whoever can read your files can read the log-in. Use one that may only read, or set up a keyring.',
  memory: 'This computer has no keychain. A log-in is held until the vault is closed, and must be set again then.',
  set: 'Set the log-in …',
  change: 'Change the log-in …',
  try: 'Try it',
  forget: 'Forget it',
  formTitle: 'Log-in of @{handle}',
  user: 'User name',
  password: 'Password for apps',
  passwordHint: 'Make one for this purpose in the platform’s settings. Never the account’s own password.',
  token: 'Access token',
  tokenHint: 'Make one that may only read, if the platform offers that.',
  key: 'Key of the interface',
  save: 'Keep the log-in',
  cancel: 'Cancel',
} as const
