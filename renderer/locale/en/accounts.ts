// English strings of the room Accounts.
export const en = {
  title: 'Accounts',
  about: 'The register of the City’s accounts on the platforms',
  none: 'No account is registered yet',
  noneAbout: 'Register each account that belongs to the City: its platform, its handle, who answers for it.',
  list: 'Registered accounts',
  platform: 'Platform',
  handle: 'Handle',
  handleHint: 'Without the @.',
  name: 'Name shown',
  department: 'Department',
  liaison: 'Liaison',
  personal: 'Personal account of',
  personalHint:
    'Only where it is not the City’s but a person’s own: then single items are taken in, never a whole export.',
  records: 'Records',
  add: 'Register an account',
  addIt: 'Register',
  cancel: 'Cancel',
} as const
