package actor

import (
	"strings"
	"unicode/utf8"
)

// sideNouns are nouns for parties to a dispute that languages put into the dual or behind
// "two": "both capitals", الجانبين. By language, in the forms that occur.
const sideNouns = `
en: sides parties countries governments capitals neighbours neighbors nations states camps
fr: pays parties camps capitales gouvernements voisins côtés états rives
es: partes países bandos capitales gobiernos vecinos lados estados
tr: taraf tarafın tarafı tarafa ülke ülkenin ülkeyi ülkeye başkent hükümet komşu
ru: стороны сторон сторонам сторонами страны стран странам столицы столиц столицам соседи соседей соседям соседями правительства правительств государства государств
uk: сторони сторін сторонам країни країн країнам столиці столиць сусіди сусідів сусідам сусідами уряди урядів держави держав
he: הצדדים צדדים המדינות מדינות הבירות בירות הממשלות ממשלות השכנות שכנות
ar: الجانبان الجانبين الطرفان الطرفين البلدان البلدين الجاران الجارين العاصمتان العاصمتين الدولتان الدولتين الحكومتان الحكومتين الجارتان الجارتين
fa: طرف کشور پایتخت دولت همسایه جانب جناح
prs: طرف کشور پایتخت دولت همسایه جانب حکومت
ps: خواوې خواوو حکومتونه حکومتونو هېوادونه هېوادونو لوري لورو پلازمېنې
ur: ممالک ملکوں فریق فریقین فریقوں حکومتیں حکومتوں دارالحکومت ہمسایہ ہمسائے
zh: 边 邊 方 国 國 国政府 岸 地
`

// twoWords say "two" or "both" before such a noun; Arabic and some nouns say it by themselves.
const twoWords = `two both deux dos ambos ambas iki her две обе два обеих обоих двух двум двумя дві обидві обидва обох двох двом שני שתי שתיהן دو دوه دواړه دواړو هردو دونوں ہر 两 兩 双 雙`

// readForms reads lines "language: form form" into keys "language:form".
func readForms(list string) map[string]bool {
	out := map[string]bool{}
	for _, ln := range strings.Split(list, "\n") {
		if lang, forms, ok := strings.Cut(ln, ": "); ok {
			for _, f := range strings.Fields(forms) {
				out[lang+":"+key(words(f))] = true
			}
		}
	}
	return out
}

// readSides reads the lists: keys "language:noun", and "two:word".
func readSides() map[string]bool {
	out := readForms(sideNouns)
	for _, w := range strings.Fields(twoWords) {
		out["two:"+key(words(w))] = true
	}
	return out
}

// isSides tells a phrase for both parties to a dispute: "the two governments", العاصمتين, 双方.
func (x *index) isSides(ws []string, q query) bool {
	if len(ws) == 0 || len(ws) > 4 {
		return false
	}
	sides := x.lex.sides
	if script(ws[0]) == han {
		k := key(ws)
		r, n := utf8.DecodeRuneInString(k)
		return sides["two:"+string(r)] && sides["zh:"+k[n:]]
	}
	two, noun := q.lang == "ar", false
	for _, w := range ws {
		switch {
		case sides[q.lang+":"+w] || q.lang == "ar" && arabicVariants(w, func(v string) bool { return sides["ar:"+v] }):
			noun = true
		case sides["two:"+w]:
			two = true
		case isArticle(w) || w == "of" || w == "these" || w == "هر":
		default:
			return false
		}
	}
	return noun && two
}

// readSidesBeside finds the phrases of which the span leaves out the word for "both".
func (a *article) readSidesBeside() {
	for i := range a.ms {
		m := &a.ms[i]
		if m.kind == isPronoun || m.kind == isPair || len(m.ws) != 1 || !a.x.lex.sides[m.q.lang+":"+m.ws[0]] {
			continue
		}
		before := words(string(a.text[max(0, m.start-12):m.start]))
		if n := len(before); n > 0 && a.x.lex.sides["two:"+before[n-1]] {
			m.kind, m.pron, m.exact = isPair, pronoun{plural: true}, nil
		}
	}
}

// bothSides gives the actor that "both sides" is: the two states that the article names most,
// as a pair; without two states, an actor of its own; the same all over the article.
func (a *article) bothSides(i int) int {
	if a.sides > 0 {
		return a.sides - 1
	}
	if top := a.mainStates(); len(top) >= 2 {
		a.sides = a.pairOf(top[0], top[1]) + 1
	} else {
		m := &a.ms[i]
		a.sides = a.newEntity(entity{kind: Group, name: m.displayName(), ws: m.ws, plural: true}) + 1
	}
	return a.sides - 1
}

// pairOf gives the actor that two entities are together.
func (a *article) pairOf(one, two int) int {
	x, y := a.actor(one), a.actor(two)
	if x.ID > y.ID { // the same pair whichever is named first
		x, y = y, x
	}
	id := stableID(nil, "both:"+x.ID+"+"+y.ID)
	for e := range a.ents {
		if a.ents[e].id == id {
			return e
		}
	}
	return a.newEntity(entity{kind: Group, name: x.Name + " and " + y.Name, id: id, plural: true})
}

// otherSide says that a phrase means the other party of two: "the other side", the neighbour.
const otherSide = `
en: otherside neighbour neighbor othercamp
fr: voisin autrecamp autrepartie autrecôté voisine
es: vecino vecina otraparte otrolado paísvecino
tr: karşıtaraf komşu diğertaraf komşuülke
ru: сосед соседа соседу соседом соседка другаясторона соседняястрана
uk: сусід сусіда сусідові сусіду сусідом іншасторона сусідка
he: הצדהשני השכנה השכן הצדהאחר
ar: الطرفالآخر الجانبالآخر الجار الجارة
fa: همسایه طرفمقابل جانبمقابل کشورهمسایه
prs: همسایه طرفمقابل جانبمقابل کشورهمسایه
ps: ګاونډی مقابللوری بلهخوا
ur: پڑوسی ہمسایہ دوسریطرف
zh: 对方 對方 邻国 鄰國 邻居
`

// otherOf gives the state that "the other side" means: of the two that the article is about,
// the one that does not speak, or is not named before it in its sentence; -1 where unclear.
func (a *article) otherOf(i, speaker int) int {
	top := a.mainStates()
	if len(top) < 2 {
		return -1
	}
	self := -1
	if speaker >= 0 {
		self = a.partyOf(speaker, a.ms[i].q)
	}
	for j := i - 1; self != top[0] && self != top[1] && j >= 0 && a.ms[i].sent-a.ms[j].sent <= 1; j-- {
		if e := a.ms[j].ent; e == top[0] || e == top[1] {
			self = e
		} else if e >= 0 && a.ents[e].kind == Person {
			self = a.partyOf(e, a.ms[i].q)
		}
	}
	switch self {
	case top[0]:
		return top[1]
	case top[1]:
		return top[0]
	}
	return -1
}

// zhSide gives the state that a Chinese short form such as 阿方 means by its first character:
// the only one of the article whose name there begins with it; -1 where none or several do.
func (a *article) zhSide(m *mention) int {
	rs := []rune(key(m.ws))
	if m.q.lang != "zh" || len(rs) != 2 || rs[1] != '方' && rs[1] != '国' && rs[1] != '國' {
		return -1
	}
	found := -1
	for i := range a.ms {
		o := &a.ms[i]
		if !a.isState(i) || o.ent == found || !strings.HasPrefix(key(o.ws), string(rs[0])) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = o.ent
	}
	return found
}

// linkOthers links phrases for the other side once it is known who speaks.
func (a *article) linkOthers(sp speakers) {
	for i := range a.ms {
		m := &a.ms[i]
		if m.kind == isPronoun || m.kind == isPair || len(m.ws) == 0 || len(m.ws) > 4 || m.ent >= 0 && a.ents[m.ent].actor >= 0 {
			continue
		}
		ws := m.ws
		if isArticle(ws[0]) && len(ws) > 1 {
			ws = ws[1:]
		}
		if !a.x.lex.others[m.q.lang+":"+key(ws)] && !(m.q.lang == "he" || m.q.lang == "ar") || !variants(ws, m.q.lang, func(v []string) bool { return a.x.lex.others[m.q.lang+":"+key(v)] }) {
			continue
		}
		speaker := -1
		if q := a.quotedAt(m.start); q >= 0 {
			speaker = sp.ofQuote[q]
		} else if a.turnOf(m) == answered {
			speaker = a.talk.answerer
		}
		if e := a.otherOf(i, speaker); e >= 0 {
			a.join(i, e)
		}
	}
}
