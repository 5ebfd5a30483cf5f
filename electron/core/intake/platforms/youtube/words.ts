// Owns the words by which headings of Takeout's tables name things, in the languages that cities and their people use. Values decide first (shapes.ts); words only where values leave it open.

const oneOf = (...words: readonly string[]) => new RegExp(words.join('|'), 'iu')

const WORDS = {
  playlist: oneOf(
    'playlist|wiedergabeliste|spellista|spilleliste|soittolist|afspeellijst|grojaraš|lejátszási|плейлист|плэйлист',
    'lista de reprod|lista odtwarzania|liste de lecture|oynatma listesi|λίστα αναπαραγωγής|danh sách phát|seznam',
    '再生リスト|播放清单|播放列表|播放清單|재생목록|เพลย์ลิสต์|प्लेलिस्ट|قائمة تشغيل|قائمة التشغيل|פלייליסט',
  ),
  comment: oneOf(
    'comment|kommentar|kommentti|coment|commento|komentar|komentář|komentarz|reactie|yorum|megjegyzés|hozzászólás',
    'коммент|комент|σχόλι|bình luận|コメント|评论|評論|留言|댓글|ความคิดเห็น|टिप्पणी|تعليق|תגוב',
  ),
  chat: oneOf('live ?chat|chat|livechat|чат|ライブ ?チャット|聊天|채팅|แชท|चैट|دردش|צ׳אט|צ’אט'),
  post: oneOf(
    '\\bpost|beitrag|beiträg|publica|publikac|bericht|inlägg|innlegg|opslag|gönderi|julkaisu|postare|bejegyzés|příspěv|įraš',
    'пост|запис|допис|δημοσίευσ|投稿|帖子|貼文|게시물|bài đăng|โพสต์|पोस्ट|منشور|פוסט',
  ),
  video: oneOf(
    'video|vídeo|vidéo|vaizdo|wideo|film|видео|відео|βίντεο|動画|影片|视频|비디오|동영상|वीडियो|วิดีโอ|فيديو|סרטון',
  ),
  channel: oneOf(
    'channel|kanal|kanaal|kanał|canal|chaîne|csatorna|kanál|kanava|канал|κανάλι|kênh|saluran',
    'チャンネル|频道|頻道|채널|चैनल|ช่อง|قناة|ערוץ',
  ),
  title: oneOf(
    'title|titel|titol|títul|titul|titre|titlu|tittel|tytuł|otsikko|başlı|pavadinim|naslov|název|názov|judul|tajuk|cím',
    'назван|заголов|назва|τίτλος|tiêu đề|タイトル|标题|標題|제목|ชื่อ|शीर्षक|عنوان|כותרת|שם',
  ),
  description: oneOf(
    'descri|deskrip|beschreib|beschrijv|beskriv|aprašas|aprašym|açıklama|kuvaus|leírás|popis|opis',
    'описан|опис|περιγραφή|mô tả|説明|说明|說明|描述|설명|คำอธิบาย|विवरण|وصف|תיאור',
  ),
  language: oneOf(
    'langu|sprache|taal|idioma|lingua|limba|kalba|język|jazyk|språk|sprog|kieli|nyelv|\\bdil',
    'язык|мова|γλώσσα|ngôn ngữ|bahasa|言語|语言|語言|언어|ภาษา|भाषा|لغة|שפת|שפה',
  ),
  category: oneOf('categ|kateg|luokka|κατηγορ|категор|danh mục|カテゴリ|类别|類別|카테고리|หมวดหมู่|श्रेणी|فئة|קטגור'),
  text: oneOf(
    'text|texto|texte|testo|tekst|szöveg|metin|теst|текст|κείμεν|văn bản|テキスト|文字|文本|텍스트|ข้อความ|टेक्स्ट|نص|טקסט',
  ),
  latitude: oneOf(
    'latit|breite|breedte|bredde|szeroko|enlem|leveys|platum|zeměpisná šířka|szélesség|широт|πλάτος|vĩ độ|lintang',
    '緯度|纬度|위도|ละติจูด|अक्षांश|خط العرض|קו רוחב',
  ),
  longitude: oneOf(
    'longit|länge|lengte|lengde|længde|długo|boylam|pituus|ilgum|zeměpisná délka|hosszúság|долгот|довгот|μήκος|kinh độ|bujur',
    '経度|经度|經度|경도|ลองจิจูด|देशांतर|خط الطول|קו אורך',
  ),
  altitude: oneOf(
    'altit|höhe|hoogte|høyde|højde|höjd|wysoko|yükseklik|korkeus|aukšt|nadm|magasság|высот|висот|高度|고도',
  ),
  address: /\burl|url\b|adres.*url/iu,
  original: oneOf('original|origin|pradin|eredeti|оригин|исходн|オリジナル|原文|原始|원본|asli|gốc|مقور|أصلي|מקור'),
} as const satisfies Readonly<Record<string, RegExp>>

export type Word = keyof typeof WORDS

/** Whether a heading says the word in one of the languages known. */
export function says(heading: string, word: Word): boolean {
  return WORDS[word].test(heading.normalize('NFC'))
}
