// English strings of signing with a key.
export const en = {
  how: 'How it is signed',
  'byKey.no': 'By name alone, without a key',
  'byKey.yes': 'With my key',
  passphrase: 'Passphrase of the key',
  passphraseAbout: 'It opens the key for this signature and is kept nowhere.',
} as const
