package actor

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"sort"
	"strings"
)

// languages are the codes that a registry line may use, in the order of their mask bits.
var languages = [...]string{"en", "fa", "prs", "ar", "he", "ps", "ur", "tr", "ru", "uk", "fr", "es", "zh"}

// langMask is the bit of a language; 0 where the language is none of the 13.
func langMask(lang string) uint16 {
	for i, l := range languages {
		if l == lang {
			return 1 << i
		}
	}
	return 0
}

var idForm = regexp.MustCompile(`^(state|person|body|party|group)\.[A-Za-z0-9][A-Za-z0-9_.-]*$`)

var typesAllowed = []string{Person, State, Government, Body, Party, ArmedGroup, Official, Group}

// Registry is the actors known across articles and languages. It is not safe to Add while
// others use it; a Linker keeps its own copy of what it needs.
type Registry struct {
	records []*record
	byID    map[string]*record
	layer   int // rises with each Add, so that later entries win
}

// record is one actor.
type record struct {
	id, name, kind string
	layer          int    // of the latest name or type
	where          string // file and line of the first entry
	aliases        []alias
	adjectives     []alias
	terms          []term
}

// alias is a name in one language ("" where unknown) and when it holds.
type alias struct {
	text, lang string
	layer      int
	period     period
}

// term is a time during which an actor speaks for a party and has roles.
type term struct {
	speaksFor string
	roles     []alias
	period    period
	where     string
}

// line is one line of a registry file.
type line struct {
	ID         string              `json:"id"`
	Type       string              `json:"type"`
	Name       string              `json:"name"`
	Aliases    map[string][]string `json:"aliases"`
	SpeaksFor  string              `json:"speaks_for"`
	Roles      map[string][]string `json:"roles"`
	Adjectives map[string][]string `json:"adjectives"`
	From       string              `json:"from"`
	To         string              `json:"to"`
}

// Load reads every *.jsonl file at the top of fsys, in the order of their names. Lines with
// one id, in whatever file, add up.
func Load(fsys fs.FS) (*Registry, error) {
	r := &Registry{byID: map[string]*record{}}
	names, err := fs.Glob(fsys, "*.jsonl")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if err := r.loadFile(fsys, name); err != nil {
			return nil, err
		}
	}
	return r, r.check()
}

func (r *Registry) loadFile(fsys fs.FS, name string) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return r.readJSONL(name, f)
}

// Add reads a user's own entries, which win over those already there: as CSV where name
// ends in .csv (columns id, name, type, aliases), else as JSON Lines. After an error the
// registry may hold a part of the entries and must not be used.
func (r *Registry) Add(name string, in io.Reader) error {
	if r.byID == nil {
		r.byID = map[string]*record{}
	}
	r.layer++
	read := r.readJSONL
	if strings.EqualFold(path.Ext(name), ".csv") {
		read = r.readCSV
	}
	if err := read(name, in); err != nil {
		return err
	}
	return r.check()
}

// Size counts the registry's actors and the names by which it knows them.
func (r *Registry) Size() (actors, names int) {
	for _, rec := range r.records {
		names += len(rec.aliases)
	}
	return len(r.records), names
}

func (r *Registry) readJSONL(name string, in io.Reader) error {
	sc := bufio.NewScanner(in)
	sc.Buffer(make([]byte, 64<<10), 16<<20)
	for n := 1; sc.Scan(); n++ {
		text := bytes.TrimSpace(bytes.TrimPrefix(sc.Bytes(), []byte("\ufeff")))
		if len(text) == 0 {
			continue
		}
		where := fmt.Sprintf("%s:%d", name, n)
		l, err := parseLine(text)
		if err != nil {
			return fmt.Errorf("%s: %w", where, err)
		}
		if err := r.add(l, where); err != nil {
			return fmt.Errorf("%s: %w", where, err)
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func parseLine(text []byte) (l line, err error) {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&l); err != nil {
		var te *json.UnmarshalTypeError
		if errors.As(err, &te) {
			return l, fmt.Errorf("field %q holds a %s; see the format of the other lines", te.Field, te.Value)
		}
		if f, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
			return l, fmt.Errorf("field %s is not known; remove it or use one of id, type, name, aliases, speaks_for, roles, adjectives, from, to", f)
		}
		return l, fmt.Errorf("not one JSON object (%w); write one actor a line", err)
	}
	if dec.More() {
		return l, errors.New("more than one JSON object; write one actor a line")
	}
	return l, nil
}

// add joins one line to its record.
func (r *Registry) add(l line, where string) error {
	if !idForm.MatchString(l.ID) {
		return fmt.Errorf("field %q: %q is no actor id; write a prefix state., person., body., party. or group. and a short name", "id", l.ID)
	}
	if l.SpeaksFor != "" && !idForm.MatchString(l.SpeaksFor) {
		return fmt.Errorf("field %q: %q is no actor id; name the party by its id, such as state.IR", "speaks_for", l.SpeaksFor)
	}
	if l.Type != "" && !contains(typesAllowed, l.Type) {
		return fmt.Errorf("field %q: %q is not known; use one of %s", "type", l.Type, strings.Join(typesAllowed, ", "))
	}
	p, bad, err := parsePeriod(l.From, l.To)
	if err != nil {
		return fmt.Errorf("field %q: %w", bad, err)
	}
	rec := r.byID[l.ID]
	if rec == nil {
		rec = &record{id: l.ID, where: where}
		r.byID[l.ID] = rec
		r.records = append(r.records, rec)
	}
	if err := rec.setNameAndType(l, r.layer); err != nil {
		return err
	}
	// The name itself outlasts an office; only further aliases follow the line's dates.
	if n := strings.TrimSpace(l.Name); n != "" {
		rec.aliases = append(rec.aliases, alias{text: n, lang: "en", layer: r.layer})
	}
	t := term{speaksFor: l.SpeaksFor, period: p, where: where}
	for _, f := range []struct {
		field string
		from  map[string][]string
		to    *[]alias
	}{{"aliases", l.Aliases, &rec.aliases}, {"adjectives", l.Adjectives, &rec.adjectives}, {"roles", l.Roles, &t.roles}} {
		if err := appendAliases(f.to, f.field, f.from, r.layer, p); err != nil {
			return err
		}
	}
	if t.speaksFor != "" || len(t.roles) > 0 {
		rec.terms = append(rec.terms, t)
	}
	return nil
}

// setNameAndType takes over name and type: the first of a layer stays, a later layer wins.
func (rec *record) setNameAndType(l line, layer int) error {
	later := layer > rec.layer
	if l.Type != "" && rec.kind != "" && rec.kind != l.Type && !later {
		return fmt.Errorf("field %q: %q, but %s says %q for the same id; make them agree", "type", l.Type, rec.where, rec.kind)
	}
	if l.Type != "" {
		rec.kind = l.Type
	}
	if n := strings.TrimSpace(l.Name); n != "" && (rec.name == "" || later) {
		rec.name = n
	}
	rec.layer = layer
	return nil
}

// appendAliases adds names in the order of the language codes, so that runs are alike.
// Empty language: the entry names none (CSV).
func appendAliases(to *[]alias, field string, from map[string][]string, layer int, p period) error {
	langs := make([]string, 0, len(from))
	for lang := range from {
		langs = append(langs, lang)
	}
	sort.Strings(langs)
	for _, lang := range langs {
		if lang != "" && langMask(lang) == 0 {
			return fmt.Errorf("field %q: language %q is not known; use one of %s", field, lang, strings.Join(languages[:], ", "))
		}
		for _, s := range from[lang] {
			if len(words(s)) == 0 {
				return fmt.Errorf("field %q: language %q has an entry without a letter (%q); remove it", field, lang, s)
			}
			*to = append(*to, alias{text: s, lang: lang, layer: layer, period: p})
		}
	}
	return nil
}

// check looks at what only the whole registry can tell.
func (r *Registry) check() error {
	for _, rec := range r.records {
		for _, f := range []struct{ field, value string }{{"name", rec.name}, {"type", rec.kind}} {
			if f.value == "" {
				return fmt.Errorf("%s: field %q: missing for %s; add it to one of the actor's lines", rec.where, f.field, rec.id)
			}
		}
		for _, t := range rec.terms {
			if t.speaksFor != "" && r.byID[t.speaksFor] == nil {
				return fmt.Errorf("%s: field %q: no actor has the id %s; add a line for it or correct the id", t.where, "speaks_for", t.speaksFor)
			}
		}
	}
	return nil
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
