package actor

import "strings"

// aliasReach bounds, in runes, how far a phrase such as "known as" stands from the name it gives.
const aliasReach = 28

// aliasWords say that the name beside them is another name of the person before, by language.
// In Turkish and Urdu they follow the name. "~" is a half-space.
const aliasWords = `
en: known as|nicknamed|dubbed|called|calls|call|alias|better known
fr: dit|dite|surnommé|surnommée|surnomment|surnomme|alias|connu sous le nom|connue sous le nom|appelle|appellent
es: apodado|apodada|llama|llaman|alias|conocido como|conocida como|apodan|le dicen
tr: diye anılan|diye bilinen|diye tanınan|lakaplı|olarak bilinen|adıyla bilinen|olarak tanınan|denilen|derler
ru: по прозвищу|по кличке|прозвали|прозвал|прозванный|прозванная|прозвище|зовут|называют|известный как|известная как|позывной
uk: на прізвисько|прозвали|звуть|прізвисько|називають|відомий як|відома як|відомого як|кличуть|позивний
he: המכונה|כינוי|בכינוי|בכינויו|מכנים|הידוע בשם|הידועה בשם|קוראים לו|קוראים לה|שזכה לכינוי
ar: الملقب ب|الملقبة ب|المعروف ب|المعروفة ب|بلقب|المعروف باسم|لقبه|كنيته|المكنى|يلقب ب|يسمونه
fa: معروف به|ملقب به|مشهور به|موسوم به|می~خوانند|می~نامند|لقب|ملقب به
prs: معروف به|ملقب به|مشهور به|لقب|تخلص
ps: په نامه|مشهور|نوم ورکړی|بولي|لقب
ur: کہا جاتا|کہتے ہیں|کے نام سے|عرف|المعروف|پکارتے
zh: 绰号|綽號|外号|外號|人称|人稱|喊|叫|昵称|暱稱|号称|俗称
`

// readAliases reads the list, a slice a language.
func readAliases() map[string][]string {
	out := map[string][]string{}
	for _, ln := range strings.Split(aliasWords, "\n") {
		if lang, rest, ok := strings.Cut(ln, ": "); ok {
			out[lang] = strings.Split(strings.ReplaceAll(rest, "~", "\u200c"), "|")
		}
	}
	return out
}

// linkNicknames links other names of persons where a phrase beside them says whose they are;
// elsewhere in the article the name alone is then enough.
func (a *article) linkNicknames() {
	n := &a.names
	for i := range a.ms {
		m := &a.ms[i]
		if m.ent >= 0 || len(m.exact) > 0 || m.kind != isName && m.kind != isRole {
			continue
		}
		if e := a.nicknamed(i); e >= 0 {
			a.join(i, e)
			n.full[stemKey(m.ws)] = e
		} else if m.kind == isName && len(m.ws) > 1 && !m.withArticle() && a.aliasBeside(i) {
			a.linkFull(i, n, nil)
		}
	}
	for i := range a.ms { // the same name before its explanation
		if m := &a.ms[i]; m.ent < 0 && m.kind == isRole {
			if e, ok := n.lookFull(m); ok && a.ents[e].kind == Person {
				a.join(i, e)
			}
		}
	}
}

// nicknamed gives the person whose other name mention i is by a phrase beside it: "X, known as
// the Crane"; -1 where no phrase or no person says so.
func (a *article) nicknamed(i int) int {
	m := &a.ms[i]
	if m.sent < 0 || m.kind != isName && m.kind != isRole || len(m.ws) == 0 || len(m.ws) > 3 || !a.aliasBeside(i) {
		return -1
	}
	best := -1
	for j := i - 1; j >= 0 && m.sent-a.ms[j].sent <= 1; j-- {
		if a.ms[j].sent != m.sent {
			break
		}
		if e := a.personAt(j); e >= 0 { // the nearest before it
			return e
		}
	}
	for j := i + 1; best < 0 && j < len(a.ms) && a.ms[j].sent == m.sent; j++ { // "X diye anılan Y"
		best = a.personAt(j)
	}
	return best
}

// personAt gives the person whom a mention names in full or by surname, -1 where it does not.
func (a *article) personAt(j int) int {
	m := &a.ms[j]
	if m.kind != isName {
		return -1
	}
	if m.ent < 0 {
		if e, ok := a.names.lookSurname(m); ok && len(m.ws) > 0 {
			return e
		}
		return -1
	}
	if a.isPersonal(j) {
		return m.ent
	}
	return -1
}

// aliasBeside tells that a phrase for "known as" stands right before a mention, or after it in
// languages whose verb ends the clause.
func (a *article) aliasBeside(i int) bool {
	m := &a.ms[i]
	if m.sent < 0 {
		return false
	}
	s := a.doc.Sentences[m.sent]
	lo, hi := max(s.Start, m.start-aliasReach, 0), min(s.End, m.end+aliasReach, len(a.text))
	if i > 0 && a.ms[i-1].kind != isPronoun { // "people call him the Crane"
		lo = max(lo, min(a.ms[i-1].end, m.start))
	}
	if lo > m.start || hi < m.end {
		return false
	}
	before := " " + strings.ToLower(string(a.text[lo:m.start]))
	after := " " + strings.ToLower(string(a.text[m.end:hi])) + " "
	for _, w := range a.x.lex.aliases[m.q.lang] {
		if m.q.lang == "zh" {
			if strings.HasSuffix(strings.TrimRight(before, "「“为為他她：『"), w) {
				return true
			}
			continue
		}
		if verbLater(m.q.lang) && strings.Contains(after, " "+w) && !strings.ContainsAny(after[:strings.Index(after, " "+w)], ".،,") {
			return true
		}
		if at := strings.LastIndex(before, " "+w); at >= 0 && m.q.lang != "tr" && m.q.lang != "ur" && len(words(before[at+1+len(w):])) <= 2 {
			return true
		}
	}
	return false
}
