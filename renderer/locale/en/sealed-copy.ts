// English strings of the form for a backup under a passphrase.
export const en = {
  about:
    'One encrypted file of the whole vault, for what leaves the house: a disk in a drawer elsewhere, a stick in a bag, a folder with a service. Work can go on meanwhile.',
  open: 'Make an encrypted backup …',
  title: 'An encrypted backup',
  explain:
    'Whoever finds the file can try passphrases as long as they like, so take one that nobody would think of: have it made here, or take five words that do not belong together. Without it nobody can open the file, and nobody can recover it. Muniment keeps it nowhere.',
  go: 'Choose the file and make it …',
  cancel: 'Cancel',
} as const
