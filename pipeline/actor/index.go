package actor

import (
	"sort"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// index is the registry as a Linker uses it: never changed once it is built.
type index struct {
	actors     []Actor
	terms      [][]term
	byID       map[string]int32
	names      map[string][]entry  // key of a full name
	surnames   map[string][]entry  // key of the last words of a person's name
	phonetics  map[string][]entry  // phonetic key of a person's full name or surname
	adjectives map[string][]entry  // key of an adjective (see adjectiveKey), of states only
	lemmas     map[string][]string // Cyrillic form → words of the registry or the word lists that have it
	longest    int                 // words of the longest name
	decline    decliner
	lex        *lexicon
}

// entry says that a key stands for an actor.
type entry struct {
	actor   int32
	lang    uint16 // mask; 0: any language
	layer   int
	acronym bool
	period  period
}

// query is what a lookup knows about the mention beside its words.
type query struct {
	lang     string
	date     time.Time
	capitals bool // at least two capitals: may be an acronym
}

func newIndex(r *Registry) *index {
	x := &index{
		byID: map[string]int32{}, names: map[string][]entry{}, surnames: map[string][]entry{}, phonetics: map[string][]entry{},
		adjectives: map[string][]entry{}, lemmas: map[string][]string{}, decline: newDecliner(),
	}
	x.lex = newLexicon(x)
	for i, rec := range r.records {
		a := int32(i)
		x.actors = append(x.actors, Actor{ID: rec.id, Name: rec.name, Type: rec.kind})
		x.terms = append(x.terms, append([]term(nil), rec.terms...))
		x.byID[rec.id] = a
		for _, al := range rec.aliases {
			x.addName(a, al, rec.kind == Person)
		}
		for _, al := range rec.adjectives {
			ws := words(al.text)
			for _, k := range x.adjectiveKeys(ws) {
				x.adjectives[k] = append(x.adjectives[k], newEntry(a, al))
			}
		}
	}
	return x
}

func newEntry(a int32, al alias) entry {
	return entry{actor: a, lang: langMask(al.lang), layer: al.layer, acronym: isAcronym(al.text), period: al.period}
}

func (x *index) addName(a int32, al alias, person bool) {
	ws := dropThe(words(al.text))
	if len(ws) == 0 {
		return
	}
	e := newEntry(a, al)
	x.longest = max(x.longest, len(ws))
	x.addLemmas(ws)
	x.names[key(ws)] = append(x.names[key(ws)], e)
	if !person {
		return
	}
	if len(ws) == 2 && script(ws[0]) != han { // family name first, or last
		k := key([]string{ws[1], ws[0]})
		x.names[k] = append(x.names[k], e)
	}
	x.addPhonetic(ws, e)
	inside := hyphenated(al.text)
	for i := 1; i < len(ws); i++ {
		// "moon" is no surname of Ban Ki-moon.
		if k := key(ws[i:]); distinctive(ws[i:]) && !inside[ws[i]] {
			x.surnames[k] = append(x.surnames[k], e)
			x.addPhonetic(ws[i:], e)
		}
	}
}

// distinctive tells whether the last words of a name may stand for the person where nothing else
// in the article names him. One word must be of some length and of a script with capitals: elsewhere
// it may well be a given name or no name at all ("علی", "اسلامی"), unless the registry lists it.
func distinctive(ws []string) bool {
	if len(ws) > 1 {
		return true
	}
	s := script(ws[0])
	return (s == latin || s == cyrillic) && utf8.RuneCountInString(ws[0]) >= 4
}

// hyphenated gives the words of a name that follow a hyphen in small letters: second halves
// of given names.
func hyphenated(name string) map[string]bool {
	var out map[string]bool
	for _, p := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' }) {
		for i, h := range strings.Split(p, "-") {
			r, _ := utf8.DecodeRuneInString(h)
			ws := words(h)
			if i == 0 || !unicode.IsLower(r) || len(ws) == 0 {
				continue
			}
			if out == nil {
				out = map[string]bool{}
			}
			out[ws[0]] = true
		}
	}
	return out
}

func (x *index) addPhonetic(ws []string, e entry) {
	if k := phonetics(ws); k != "" {
		x.phonetics[k] = append(x.phonetics[k], e)
	}
}

// phonetics joins the phonetic keys of words; empty where the name as a whole is too short.
func phonetics(ws []string) string {
	if script(ws[0]) != latin {
		return ""
	}
	return phonetic(strings.Join(ws, ""))
}

// addLemmas notes the case forms of Cyrillic words.
func (x *index) addLemmas(ws []string) {
	for _, w := range ws {
		x.decline.each(w, func(form string) {
			if !contains(x.lemmas[form], w) {
				x.lemmas[form] = append(x.lemmas[form], w)
			}
		})
	}
}

// maxReadings bounds the combinations of case forms that one name is read as.
const maxReadings = 32

// readings calls yield with the keys that words may stand for: as written first, then with
// Cyrillic words put into the nominative. It stops when yield returns true.
func (x *index) readings(ws []string, yield func(k string) bool) bool {
	k := key(ws)
	if k == "" {
		return false
	}
	if yield(k) {
		return true
	}
	if script(ws[0]) != cyrillic {
		return false
	}
	keys := []string{""}
	for _, w := range ws {
		opts := x.lemmas[w]
		next := make([]string, 0, len(keys)*(len(opts)+1))
		for _, p := range keys {
			next = append(next, p+w)
			for _, o := range opts {
				next = append(next, p+o)
			}
		}
		if keys = next; len(keys) > maxReadings {
			keys = keys[:maxReadings]
		}
	}
	for _, r := range keys[1:] {
		if yield(r) {
			return true
		}
	}
	return false
}

// find looks words up in one of the index's maps, trying the variants of the language.
func (x *index) find(in map[string][]entry, ws []string, q query) []int32 {
	var out []int32
	variants(ws, q.lang, func(v []string) bool {
		return x.readings(v, func(k string) bool {
			if es := in[k]; len(es) > 0 {
				out = choose(es, q)
			}
			return len(out) > 0
		})
	})
	return out
}

// choose gives the actors of the entries that fit a mention best: entries of the user
// before ours, of the mention's language before others, valid at the date before others.
func choose(es []entry, q query) []int32 {
	top, mask := -1, langMask(q.lang)
	for _, e := range es {
		if !e.acronym || q.capitals {
			top = max(top, e.layer)
		}
	}
	var best []entry
	own := false
	for _, e := range es {
		if e.layer != top || e.acronym && !q.capitals {
			continue
		}
		if fits := e.lang == 0 || e.lang&mask != 0; fits && !own {
			own, best = true, best[:0]
		} else if own && !fits {
			continue
		}
		best = append(best, e)
	}
	out := distinct(best, func(entry) bool { return true })
	if len(out) > 1 {
		if valid := distinct(best, func(e entry) bool { return e.period.holds(q.date) }); len(valid) > 0 {
			return valid
		}
	}
	return out
}

func distinct(es []entry, keep func(entry) bool) []int32 {
	var out []int32
	for _, e := range es {
		if keep(e) && !containsActor(out, e.actor) {
			out = append(out, e.actor)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}

func containsActor(list []int32, a int32) bool {
	for _, x := range list {
		if x == a {
			return true
		}
	}
	return false
}

// speaksFor gives the actor that a speaks for at the query's date; a itself where the
// registry does not say.
func (x *index) speaksFor(a int32, q query) int32 {
	for _, t := range x.terms[a] {
		if b, ok := x.byID[t.speaksFor]; ok && t.period.holds(q.date) {
			return b
		}
	}
	for _, t := range x.terms[a] { // out of office: still the party he is known for
		if b, ok := x.byID[t.speaksFor]; ok {
			return b
		}
	}
	return a
}
