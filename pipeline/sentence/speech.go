package sentence

// speech holds verbs that tie a quotation to its speaker.
var speech = wordSet(
	"said says asked asks added replied told wrote warned declared insisted shouted answered wondered",
	"dedi diyor sordu söyledi belirtti ekledi konuştu",
	"сказал сказала спросил спросила заявил заявила добавил добавила ответил ответила отметил отметила подчеркнул написал воскликнул",
	"сказав сказала запитав запитала заявив заявила додав додала відповів відповіла зазначив зазначила наголосив написав",
	"dit demande demandé déclaré répondu lancé ajouté affirmé",
	"dijo preguntó afirmó declaró respondió añadió señaló",
	"گفت گفته پرسید افزود تاکید تأکید نوشت پاسخ اظهار",
	"قال قالت سأل سألت أضاف أضافت تساءل تساءلت أكد أعلن صرح كتب",
	"אמר אמרה שאל שאלה הוסיף הוסיפה השיב כתב הבהיר",
	"وویل زیاته پوښتل ټینګار",
	"کہا پوچھا بتایا",
)

// according begins a sentence that names its source with a verb of speech: Persian "به
// گفته ...", "as ... said".
var according = wordSet("به بنا بنابه طبق بر")

// hanSpeech are the characters that Chinese attributions end in.
var hanSpeech = map[rune]bool{'说': true, '问': true, '称': true, '道': true, '示': true, '出': true, '调': true, '喊': true, '說': true, '問': true}

// Bounds of an attribution: "..." he said.
const (
	maxSpeechRunes = 90
	maxSpeechWords = 8
	maxHanSpeech   = 16
)

// spoken says that the words from i on, behind a closed quote, only name its speaker:
// few words with a verb of speech and the end of the sentence. A colon or another quote
// behind them begins a new one.
func (sp *splitter) spoken(i int) bool {
	t := sp.t
	words, verb, han := 0, false, 0
	for j := i; j < min(sp.end, i+maxSpeechRunes); {
		r := t[j]
		f := flags(r)
		switch {
		case isHan(r):
			han++
			verb = hanSpeech[r]
			if han > maxHanSpeech {
				return false
			}
			j++
		case f&fLetter != 0:
			e := max(sp.lettersAfter(j), j+1)
			words++
			if words > maxSpeechWords {
				return false
			}
			w := hashOf(t[j:e])
			if words == 1 && according[w] {
				return false
			}
			verb = verb || speech[w]
			j = e
		case f&fStop != 0 || verb && (r == ',' || r == '，' || r == '،'):
			return verb
		case r == ':' || r == '：' || f&(fOpen|fStraight) != 0 && words > 0 || r == '，':
			return false
		default:
			j++
		}
	}
	return verb && i+maxSpeechRunes >= sp.end
}
