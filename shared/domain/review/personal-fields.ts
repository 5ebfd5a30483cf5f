// Under which names the sources of the platforms tell who wrote a record, who else is in it, and where it was.

/** Who else: those written to, those who took part or reacted, those named beside the text. */
export const PEOPLE: ReadonlySet<string> = new Set([
  ...['recipients', 'participants', 'conversationName', 'reactions', 'replyToHandle', 'mentions', 'senderId'],
  ...['sender', 'tagged', 'with', 'coauthors', 'guests', 'speakers', 'people', 'names', 'members', 'to', 'cc'],
  ...['invitedUserIds', 'hostUserIds', 'replyToUserId', 'invitedBy', 'inReplyToHandle', 'inReplyToName'],
])

export const PLACES: ReadonlySet<string> = new Set([
  ...['place', 'location', 'coordinates', 'geo', 'latitude', 'longitude', 'address', 'venue', 'lat', 'lng', 'lon'],
  ...['geometry', 'city', 'neighborhood', 'neighbourhood', 'placeId', 'locationName'],
])

/** Who wrote it, by name, handle or number. What they say is looked for everywhere else, too. */
export const AUTHOR_NAMES: ReadonlySet<string> = new Set([
  ...['author', 'authorId', 'authorName', 'owner', 'ownerName', 'ownerHandle', 'ownerNativeId', 'user', 'userId'],
  ...['username', 'userName', 'screenName', 'handle', 'displayName', 'fullName', 'nickname', 'senderId', 'senderName'],
  ...['senderEmail', 'sender', 'sentBy', 'createdBy', 'creatorUserId', 'byName', 'profileName', 'email', 'editedBy'],
])

/** The same, and where the author can be looked up: an address of the record itself names who wrote it. */
export const AUTHOR: ReadonlySet<string> = new Set([
  ...AUTHOR_NAMES,
  ...['authorUrl', 'from', 'by', 'profile', 'profileUrl', 'profilePicture', 'avatar', 'picture', 'channel'],
  ...['channelId', 'actor', 'carriedBy', 'url', 'uri', 'permalink', 'address', 'sourceUrl', 'link'],
])
