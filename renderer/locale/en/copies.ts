// English strings of the copies of a record in the room Records.
export const en = {
  title: 'Copies besides the vault’s own',
  none: 'None that Muniment knows of.',
  packet: '{label}, in a packet of request {request}.',
  kept: 'The packet is kept in the vault.',
  notKept: 'The packet is not in the vault.',
  sent: 'Sent on {day}.',
  posted: 'Published at {place}.',
  made: '– {what}, {when}.',
  holds: 'It holds this record.',
  may: 'It may hold this record.',
  more: 'And {count} older copies.',
} as const
