// Owns the content fields of each kind of record: a version's digest is over these and nothing else (docs/formats/x.md lists them).
//
// Left out on purpose, because X changes them without anybody changing the post: counts of likes and reposts, the name of the program it was
// sent from, the language X guesses, warnings and withholdings, the names of people mentioned, the time until which a post can be edited
// and how often, the addresses and sizes of pictures and films, whether the post was deleted.

/** A link: the short address that stands in the text, and where it leads. */
export type LinkContent = readonly [short: string, target: string]

/** A picture or film: X's id for it, its type, the name of its file, its description. */
export type MediaContent = readonly [id: string, type: string, name: string, description: string]

/** A post, live or deleted, in a community, a circle or neither. `note` is the whole text of a long post. */
export interface PostContent {
  readonly full_text: string
  readonly created_at: number | string | null
  readonly in_reply_to_status_id: string | undefined
  readonly in_reply_to_user_id: string | undefined
  readonly urls: readonly LinkContent[] | undefined
  readonly media: readonly MediaContent[] | undefined
  /** All ids of an edited post, the first one first; absent where it was never edited. */
  readonly edit_tweet_ids: readonly string[] | undefined
  readonly coordinates: unknown
  readonly place: string | undefined
  readonly note: NoteContent | undefined
}

/** The whole text of a long post; a note that no post carries has these fields as its own. */
export interface NoteContent {
  readonly text: string
  readonly urls: readonly LinkContent[]
  readonly styletags: readonly unknown[]
}

/** A direct message. Reactions are content: each is what a person did, at a time, not a count. */
export interface MessageContent {
  readonly text: string
  readonly senderId: string
  readonly recipientId: string | null
  readonly createdAt: number | string | null
  readonly urls: readonly LinkContent[]
  readonly media: readonly string[]
  readonly reactions: readonly unknown[]
  readonly editHistory: readonly unknown[]
}

/** Something that happened in a conversation: X's name for it and everything that X says of it. */
export interface EventContent {
  readonly event: string
  readonly about: unknown
}

/** A post that the account liked or bookmarked. */
export interface SavedContent {
  readonly tweetId: string
  readonly fullText: string
}

export interface MomentContent {
  readonly title: string
  readonly description: string
  readonly createdBy: string | null
  readonly tweets: readonly unknown[]
}

export interface SpaceContent {
  readonly title: string
  readonly creatorUserId: string | null
  readonly hostUserIds: readonly unknown[]
  readonly invitedUserIds: readonly unknown[]
  readonly speakers: readonly unknown[]
  readonly endedAt: unknown
}

export interface ArticleContent {
  readonly title: string
  readonly data: unknown
}

export interface ChatContent {
  readonly message: string
  readonly sender: string
  readonly attachments: readonly unknown[]
  readonly postIds: readonly unknown[]
}

export interface ProfileContent {
  readonly bio: string
  readonly website: string
  readonly location: string
}

export interface NameChangeContent {
  readonly changedAt: unknown
  readonly changedFrom: string
  readonly changedTo: string
}
