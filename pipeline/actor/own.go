package actor

import "strings"

// possessive says whose a phrase is: 3 his, 1 ours, 0 where it does not say.
type possessive int

// possessiveWords are the words that say so, beside a noun or, where one word is both ("بلاده"),
// with it, by "language:word".
const possessiveWords = `
3 en: his her
1 en: my our
3 fr: son
1 fr: mon notre
3 es: su
1 es: mi nuestro
3 tr: ülkesi ülkesinin ülkesine ülkesini ülkesinde
1 tr: ülkem ülkemiz ülkemizin ülkemize
3 ru: его её своей свою своя своего
1 ru: наша нашей нашу моя моей мою
3 uk: його її своєї свою своя своїй
1 uk: наша нашої нашу нашій моя моєї
3 he: ארצו ארצה מדינתו מדינתה
1 he: ארצנו מדינתנו ארצי
3 ar: بلاده بلادها
1 ar: بلادنا بلادي
3 fa: کشورش خود
1 fa: کشورمان کشورم ما
3 prs: کشورش خود
1 prs: کشورمان کشورم ما
3 ps: خپل
1 ps: زموږ
3 ur: اپنے
1 ur: ہمارے
1 zh: 我国
`

// readPossessives reads the list of possessives.
func (l *lexicon) readPossessives() {
	for _, ln := range strings.Split(possessiveWords, "\n") {
		head, forms, ok := strings.Cut(ln, ": ")
		if !ok {
			continue
		}
		p := possessive(head[0] - '0')
		for _, f := range strings.Fields(forms) {
			l.possessives[head[2:]+":"+key(words(f))] = p
		}
	}
}

// possessiveOf reads whose country a phrase such as "his country" is.
func (a *article) possessiveOf(m *mention) possessive {
	look := func(ws []string, i int) possessive {
		if i < 0 || i >= len(ws) {
			return 0
		}
		return a.x.lex.possessives[m.q.lang+":"+key(ws[i:i+1])]
	}
	ws := words(m.text)
	for i := range ws {
		if p := look(ws, i); p != 0 {
			return p
		}
	}
	switch m.q.lang {
	case "fa", "prs":
		return look(words(string(a.text[m.end:min(len(a.text), m.end+8)])), 0)
	}
	before := words(string(a.text[max(0, m.start-10):m.start]))
	return look(before, len(before)-1)
}

// ownCountry gives the state that "his country" is by who "he" is: the person before it in its
// sentence, else the last subject; -1 where that tells nothing.
func (a *article) ownCountry(i int) int {
	m := &a.ms[i]
	for j := i - 1; j >= 0 && m.sent-a.ms[j].sent <= 1; j-- {
		o := &a.ms[j]
		if o.ent < 0 || a.ents[o.ent].kind != Person && a.ents[o.ent].kind != Official || a.isOblique(j) || o.sent != m.sent && !a.isSubject(j) {
			continue
		}
		return a.stateOf(o.ent, m.q)
	}
	return -1
}

// stateOf gives the state that a person speaks for, -1 where it is not known.
func (a *article) stateOf(e int, q query) int {
	if p := a.partyOf(e, q); a.ents[p].kind == State {
		return p
	}
	return -1
}
