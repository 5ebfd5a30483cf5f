// English strings of the copies for an archive in the room Purge reports.
export const en = {
  title: 'Copies for an archive',
  about:
    'Bags that were made for an archive. When the archive has signed for one, record its receipt here. The vault keeps its records all the same.',
  bag: 'Bag',
  made: 'Made',
  records: 'Records',
  inVault: 'Still in the vault',
  receipt: 'Receipt of the archive',
  none: 'not yet',
  signed: '{archive}: {name}, {day}',
  actions: 'Actions',
  record: 'Record the receipt …',
  again: 'Record another …',
  formTitle: 'Receipt for {bag}',
  formAbout:
    'The paper must name the digest of this bag. Type it as the paper has it: it is compared with the bag that was made.',
  digest: 'Digest on the paper (SHA-256)',
  archive: 'Archive',
  name: 'Signed by',
  personTitle: 'Their title',
  signedOn: 'Day on the paper',
  document: 'The signed receipt',
  choose: 'Choose a file …',
  seen: 'It is recorded that you have seen this paper.',
  cancel: 'Cancel',
  save: 'Record it',
} as const
