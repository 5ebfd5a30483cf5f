// Words that say nothing of what a text is about, in the languages that a city posts in most: articles, pronouns, prepositions, auxiliaries.
import { fold } from './fold.ts'

const ENGLISH = `a about above after again all also am an and any are as at be been before being below between both but by can could did do does
doing don done down during each either every few for from further get go goes got had has have having he her here hers him his how i if in into
is isn it its just let like ll made make may me might more most much must my need no nor not now of off on once one only or other our ours out
over own per please re same see shall she should so some still such take than that the their them then there these they this those through to
too two under until up upon us use ve very via was we were what when where which while who why will with within without would yes yet you your yours
amp http https www com co rt today tomorrow`
const SPANISH = `al ante antes asi aun aunque cada como con contra cual cuando de del desde donde dos el ella ellas ellos en entre era es esa ese eso esta
este esto estos fue ha hasta hay la las le les lo los mas me mi muy ni no nos o otra otro para pero por que se ser si sin sobre son su sus tambien
te tiene todo todos tu un una uno y ya`
const VIETNAMESE =
  'cac cho co cua da de den duoc hay khi khong la lai mot nay nhung o ra se tai thi trong tu va vao ve vi voi xin'
const FILIPINO =
  'ang at ay ba dito ito ka kami kanya kayo ko kung lang mga na naman ng ni nila nito niya o pa para po sa si sila tayo'
const CHINESE =
  '的 了 在 是 我 有 和 就 不 人 都 一 上 也 很 到 说 要 去 你 会 着 没 看 好 这 们 个 与 请 及 或 于 為 为 這 個 們 說 會 請 與'

const COMMON = new Set(
  [ENGLISH, SPANISH, VIETNAMESE, FILIPINO, CHINESE]
    .flatMap((words) => words.split(/\s+/))
    .map((word) => fold(word).trim()),
)

/** Whether a word is so common that it tells nothing apart, whatever its accents and capitals. */
export function isCommonWord(word: string): boolean {
  return COMMON.has(fold(word).trim())
}
