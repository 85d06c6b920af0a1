package actor

import (
	"strings"
	"unicode/utf8"
)

// interview is a text in which somebody answers questions without quotation marks: there "I"
// is the one who answers, "you" in a question too.
type interview struct {
	answerer int    // entity, -1 where the text is no interview
	turns    []turn // by sentence
}

// turn says whose words a sentence of an interview is.
type turn uint8

const (
	narrated turn = iota
	asked
	answered
)

// Marks of an interview that no other text has together.
const (
	minAsked    = 2 // questions outside quotations
	minFirst    = 2 // sentences with "I" or "we" outside quotations and without a verb of speech
	afterAnswer = 8 // sentences that the last answer may have
)

// findInterview looks for one. Columns ask too and say "I", so somebody must be addressed or
// the turns must be marked, by dashes or by "Q:".
func (a *article) findInterview() {
	a.talk = interview{answerer: -1}
	n := len(a.doc.Sentences)
	if n < 4 {
		return
	}
	first, you, person := make([]bool, n), make([]bool, n), 0
	for i := range a.ms {
		m := &a.ms[i]
		if m.sent < 0 || m.kind != isPronoun || m.pron.person == 3 || a.quotedAt(m.start) >= 0 || len(a.view(m.sent).verbs) > 0 && m.pron.person == 2 && !a.asks(m.sent) {
			continue
		}
		first[m.sent] = first[m.sent] || m.pron.person == 1
		you[m.sent] = you[m.sent] || m.pron.person == 2
	}
	questions, addressed, begin, marks := 0, 0, -1, 0
	for s := range n {
		if first[s] {
			person++
		}
		if you[s] {
			addressed++
		}
		mark := a.turnMark(s)
		if mark != 0 {
			marks++
		}
		if a.asks(s) && a.view(s).quoted < mostlyQuoted {
			questions++
			if begin < 0 {
				begin = s
			}
		} else if mark == 'q' && begin < 0 {
			begin = s
		}
	}
	if questions < minAsked || person < minFirst || addressed == 0 && marks < 2*minAsked {
		return
	}
	if a.talk.answerer = a.answerer(begin); a.talk.answerer < 0 {
		return
	}
	a.takeTurns(begin, marks >= 2*minAsked, first, you)
}

// asks tells a sentence that ends with a question mark.
func (a *article) asks(s int) bool {
	t := strings.TrimRight(a.doc.Sentences[s].Text, " \n»”\"")
	return strings.HasSuffix(t, "?") || strings.HasSuffix(t, "？") || strings.HasSuffix(t, "؟")
}

// turnMark reads what marks the beginning of a turn: 'q' or 'a', '-' for a dash, 0 for nothing.
func (a *article) turnMark(s int) byte {
	t := strings.TrimLeft(a.doc.Sentences[s].Text, " ")
	for _, d := range []string{"— ", "– "} {
		if strings.HasPrefix(t, d) {
			return '-'
		}
	}
	head, _, ok := strings.Cut(strings.ReplaceAll(t, "：", ":"), ":")
	if !ok || utf8.RuneCountInString(head) > 8 {
		return 0
	}
	switch strings.TrimSpace(head) {
	case "Q", "问", "問", "س", "ش", "В", "Вопрос", "Питання", "Soru", "Pregunta", "P", "Question", "سؤال", "سوال", "ש", "پوښتنه":
		return 'q'
	case "A", "答", "ج", "О", "Ответ", "Відповідь", "Cevap", "Respuesta", "R", "Réponse", "جواب", "پاسخ", "ת":
		return 'a'
	}
	return 0
}

// answerer gives the person addressed in the first question, else the one of whom the text
// before it speaks most; -1 where there is none.
func (a *article) answerer(begin int) int {
	count, best := map[int]int{}, -1
	for i := range a.ms {
		m := &a.ms[i]
		if m.sent > begin {
			break
		}
		if m.ent < 0 || m.kind != isName || a.ents[m.ent].kind != Person && !a.surelyPerson(i) {
			continue
		}
		if m.sent == begin && m.honorific {
			return m.ent
		}
		if m.sent == begin {
			continue
		}
		count[m.ent]++
		if best < 0 || count[m.ent] > count[best] {
			best = m.ent
		}
	}
	return best
}

// takeTurns says of each sentence from begin on whose it is. Where turns are marked, each mark
// begins one; else a sentence that asks or addresses somebody is the asker's.
func (a *article) takeTurns(begin int, marked bool, first, you []bool) {
	a.talk.turns = make([]turn, len(a.doc.Sentences))
	now, last := narrated, begin
	for s := begin; s < len(a.talk.turns); s++ {
		switch mark := a.turnMark(s); {
		case marked && mark == 'q', marked && mark == '-' && (a.asks(s) && now != asked || now == narrated):
			now = asked
		case marked && mark == 'a', marked && mark == '-' && now == asked:
			now = answered
		case marked && mark == '-':
			now = asked
		case marked:
		case !first[s] && (you[s] || a.asks(s)):
			now = asked
		default:
			now = answered
		}
		if now == asked {
			last = s
		}
		// The writer's own words again: he names the one who answered.
		if now == answered && (s > last+afterAnswer || a.tells(s)) {
			now = narrated
		}
		a.talk.turns[s] = now
	}
}

// tells tells that a sentence names the one who answers or quotes him.
func (a *article) tells(s int) bool {
	if v := a.view(s); len(v.verbs) > 0 && v.first >= 0 && v.quoted < mostlyQuoted {
		return true
	}
	for i := range a.ms {
		if m := &a.ms[i]; m.sent == s && m.kind == isName && m.ent == a.talk.answerer {
			return true
		}
	}
	return false
}

// turnOf gives whose words a mention is in.
func (a *article) turnOf(m *mention) turn {
	if a.talk.answerer < 0 || m.sent < 0 || m.sent >= len(a.talk.turns) || a.quotedAt(m.start) >= 0 {
		return narrated
	}
	return a.talk.turns[m.sent]
}

// answerSpeakers adds who speaks in the sentences of answers that do not say it.
func (a *article) answerSpeakers(sp *speakers) {
	if a.talk.answerer < 0 {
		return
	}
	for s, t := range a.talk.turns {
		if _, ok := sp.bySentence[s]; t == answered && !ok {
			sp.bySentence[s] = a.talk.answerer
		}
	}
}
