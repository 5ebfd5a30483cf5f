// English strings of confirming the keys with which people sign.
export const en = {
  confirmed: 'Confirmed',
  comparedBy: 'by {name}',
  notShown: 'not yet by its holder',
  notCompared: 'not yet by a second person: its signatures do not count',
  otherOffice: 'not for the office that its holder has now',
  confirm: 'Confirm …',
  confirmTitle: 'Confirm the key of {name}',
  secondAbout:
    'Ask {name}, in person or by telephone, to read out the fingerprint of the key, and compare it with this one. Confirm only what you have heard from that person.',
  holderAbout:
    'Show that the private half of this key is yours, {name}: sign exactly these words with it (each line ends with a line feed), and paste the signature here in base64.',
  signature: 'Signature (base64)',
  isTheirs: 'I have compared it',
  isMine: 'This key is mine',
  cancel: 'Cancel',
} as const
