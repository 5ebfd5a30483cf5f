// Owns the words by which columns are headed for what they hold, in English and as platforms' own interfaces name them.
import type { RecordField } from '../../../../shared/domain/intake/mapping.ts'
import type { RecordKind } from '../../../../shared/domain/record/record.ts'

/** A heading without capitals, spaces and marks; of a JSON path also its last step alone. */
export function plainHeading(path: string): readonly [whole: string, last: string] {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/\[\*\]|\[\d+\]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, '')
  const last =
    path
      .replace(/(?:\[\*\]|\[\d+\])+$/, '')
      .split('.')
      .at(-1) ?? path
  return [plain(path), plain(last)]
}

type Guessed = RecordField | 'time' | 'kind'

/** From the surest to the vaguest. */
export const HEADINGS: Readonly<Record<Guessed, readonly string[]>> = {
  id: [
    'id',
    'idstr',
    'postid',
    'tweetid',
    'messageid',
    'commentid',
    'recordid',
    'uuid',
    'guid',
    'itemid',
    'nativeid',
    'statusid',
    'ticketid',
    'requestid',
    'requestno',
    'requestnumber',
    'caseid',
    'threadid',
    'no',
    'number',
  ],
  text: [
    'text',
    'fulltext',
    'body',
    'message',
    'content',
    'posttext',
    'messagetext',
    'commenttext',
    'bodytext',
    'tweet',
    'post',
    'comment',
    'caption',
    'postcontent',
    'contents',
    'status',
    'words',
    'description',
    'snippet',
  ],
  title: ['title', 'subject', 'headline', 'posttitle', 'heading', 'summary'],
  author: [
    'author',
    'authorname',
    'fromname',
    'from',
    'sender',
    'sendername',
    'name',
    'displayname',
    'postedby',
    'user',
    'profilename',
    'fullname',
    'commenter',
    'requester',
    'createdby',
    'accountname',
    'by',
    'page',
    'username',
  ],
  handle: [
    'handle',
    'username',
    'screenname',
    'userhandle',
    'authorhandle',
    'authorusername',
    'account',
    'fromusername',
    'login',
  ],
  parent: [
    'inreplyto',
    'inreplytoid',
    'inreplytostatusid',
    'inreplytostatusidstr',
    'replyto',
    'replytoid',
    'parent',
    'parentid',
    'parentcommentid',
    'target',
    'targetid',
    'commentedon',
    'originalpostid',
  ],
  conversation: [
    'conversation',
    'conversationid',
    'thread',
    'threadid',
    'chat',
    'chatid',
    'channel',
    'channelid',
    'room',
    'topic',
  ],
  url: [
    'url',
    'permalink',
    'link',
    'address',
    'posturl',
    'tweeturl',
    'messageurl',
    'webaddress',
    'permanenturl',
    'uri',
    'href',
    'links',
  ],
  media: [
    'media',
    'mediafile',
    'file',
    'filename',
    'image',
    'photo',
    'picture',
    'attachment',
    'attachments',
    'images',
    'photos',
    'mediaurl',
    'imageurl',
    'video',
    'media file',
    'files',
  ],
  alt: ['alt', 'alttext', 'imagedescription', 'mediadescription', 'photodescription'],
  time: [
    'time',
    'date',
    'timestamp',
    'createdat',
    'created',
    'datetime',
    'posted',
    'postedat',
    'dateposted',
    'postdate',
    'published',
    'publishedat',
    'publishdate',
    'sent',
    'sentat',
    'createdtime',
    'creationdate',
    'datecreated',
    'posttime',
    'creationtime',
    'when',
    'messagedate',
    'datesent',
    'createdon',
    'utc',
  ],
  kind: [
    'kind',
    'type',
    'posttype',
    'messagetype',
    'contenttype',
    'itemtype',
    'category',
    'recordtype',
    'network type',
  ],
}

/** Counts by their headings. */
export const COUNTS: Readonly<Record<string, readonly string[]>> = {
  likes: ['likes', 'likecount', 'favoritecount', 'favorites', 'favouritescount', 'hearts', 'totallikes'],
  comments: ['comments', 'commentcount', 'commentscount', 'totalcomments'],
  replies: ['replies', 'replycount', 'repliescount'],
  shares: ['shares', 'sharecount', 'sharescount'],
  reposts: ['retweets', 'retweetcount', 'reposts', 'repostcount'],
  views: ['views', 'viewcount', 'viewscount', 'impressions', 'videoviews'],
  reactions: ['reactions', 'reactioncount', 'reactionscount'],
  quotes: ['quotes', 'quotecount'],
  reach: ['reach', 'peoplereached'],
  clicks: ['clicks', 'clickcount', 'linkclicks'],
}

const KINDS: Readonly<Record<string, RecordKind>> = {
  post: 'post',
  posts: 'post',
  tweet: 'post',
  status: 'post',
  update: 'post',
  reply: 'reply',
  retweet: 'repost',
  repost: 'repost',
  share: 'repost',
  boost: 'repost',
  comment: 'comment',
  message: 'message',
  dm: 'message',
  'direct message': 'message',
  chat: 'message',
  story: 'story',
  article: 'article',
  blog: 'article',
  page: 'page',
  photo: 'photo',
  image: 'photo',
  picture: 'photo',
  video: 'video',
  reel: 'video',
  audio: 'audio',
  episode: 'episode',
  event: 'event',
  review: 'review',
  like: 'like',
  reaction: 'reaction',
  album: 'album',
}

/** The kind that a word in a column names; null where it names none. */
export function kindOfWord(word: string): RecordKind | null {
  const plain = word.trim().toLowerCase().replace(/[_-]+/g, ' ')
  return (Object.hasOwn(KINDS, plain) ? KINDS[plain] : undefined) ?? null
}

const HOSTS: Readonly<Record<string, string>> = {
  'x.com': 'x',
  'twitter.com': 'x',
  'facebook.com': 'facebook',
  'instagram.com': 'instagram',
  'nextdoor.com': 'nextdoor',
  'youtube.com': 'youtube',
  'youtu.be': 'youtube',
  'linkedin.com': 'linkedin',
  'threads.net': 'threads',
  'threads.com': 'threads',
  'tiktok.com': 'tiktok',
  'bsky.app': 'bluesky',
  'flickr.com': 'flickr',
  'reddit.com': 'reddit',
  'medium.com': 'medium',
  'vimeo.com': 'vimeo',
}

/** The platform whose pages an address is of; null where it is of none that is known. */
export function platformOfAddress(address: string): string | null {
  const host = /^https?:\/\/(?:www\.|m\.|mobile\.)?([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? ''
  return (Object.hasOwn(HOSTS, host) ? HOSTS[host] : undefined) ?? null
}
