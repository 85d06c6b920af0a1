package sentence

// minBeforeDots is the number of Chinese characters that a sentence before an ellipsis
// holds at least: less is a speaker who hesitates.
const minBeforeDots = 8

// dotsEnd says that the ellipsis at st, with the next word at first, ends a sentence.
// Between capitals a capital shows it. Elsewhere dots mostly stand for "and so on" in
// mid-sentence, so that something else must speak for an end: a word that begins
// sentences behind them, a verb before them where verbs come last, or a whole clause of
// Chinese without a list.
func (sp *splitter) dotsEnd(st stop, first int) bool {
	t := sp.t
	if flags(t[first])&fUpper != 0 || st.closed || starters[sp.wordAt(first)] {
		return true
	}
	b := sp.lettersBefore(st.at)
	switch {
	case b == st.at:
		return false // dots apart from the word stand for something left out
	case isHan(t[first]):
		return st.last > st.at && len(sp.quotes) == 0 && !hanGoesOn[t[first]] && sp.hanClause(st.at)
	}
	return finalVerbs[hashOf(t[b:st.at])] && !conjunctions[sp.wordAt(first)]
}

// hanClause says that a clause without an enumeration ends at i.
func (sp *splitter) hanClause(i int) bool {
	n := 0
	for _, r := range sp.t[sp.start:i] {
		switch {
		case r == '、':
			return false
		case isHan(r):
			n++
		}
	}
	return n >= minBeforeDots
}

// hanGoesOn holds characters behind an ellipsis that carry its sentence on.
var hanGoesOn = map[rune]bool{'等': true, '的': true, '地': true, '得': true, '和': true, '与': true, '及': true, '或': true, '而': true, '了': true}

// finalVerbs are verb forms that end sentences in Persian, Dari, Urdu and Pashto.
var finalVerbs = wordSet(
	"است نیست بود نبود شد نشد کرد نکرد داد نداد گفت رفت آمد گرفت یافت داشت نداشت ماند رسید خواند دانست خواست کشید گذشت افتاد زد",
	"شود نشود کند نکند دهد ندهد دارد ندارد رود آید گیرد یابد ماند رسد گوید خواهد باشد نباشد برد خورد سازد اند بودند شدند کردند دادند گفتند رفتند آمدند گرفتند داشتند شوند کنند دهند دارند ندارند گیرند خواهند باشند هستند نیستند هستیم نیستیم داریم نداریم کنیم کردیم شدیم بودیم",
	"ہے ہیں ہوں تھا تھی تھے تھیں گا گے گی رہا رہی رہے رہیں گیا گئی گئے گئیں دیا دیے دی لیا ہوا ہوئی ہوئے کہا آیا آئے چکا چکی چکے سکتا سکتی سکتے پڑا",
	"دی ده دي وو وه شول شوه شوي شي کړ کړه کړل کړي کوي کېږي کیږي وکړ وکړه وکړل وویل ویل وایي لري راغلل ورسېدل ورسېده",
)

// conjunctions carry a sentence of these languages on behind its verb.
var conjunctions = wordSet("و که یا تا را ولی اور کہ یا مگر او چې خو")
