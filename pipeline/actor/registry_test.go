package actor

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func TestRegistryErrors(t *testing.T) {
	good := `{"id":"state.IR","type":"state","name":"Iran"}` + "\n"
	for _, c := range []struct{ line, want string }{
		{`{"id":"IR","type":"state","name":"Iran"}`, `f.jsonl:2: field "id": "IR" is no actor id; write a prefix`},
		{`{"id":"state.X","type":"land","name":"X"}`, `f.jsonl:2: field "type": "land" is not known; use one of`},
		{`{"id":"state.X","type":"state"}`, `f.jsonl:2: field "name": missing for state.X; add it`},
		{`{"id":"state.X","name":"X"}`, `f.jsonl:2: field "type": missing`},
		{`{"id":"state.X","type":"state","name":"X","alias":["Y"]}`, `f.jsonl:2: field "alias" is not known; remove it`},
		{`{"id":"state.X","type":"state","name":"X","aliases":["Y"]}`, `f.jsonl:2: field "aliases" holds a array`},
		{`{"id":"state.X","type":"state","name":"X","aliases":{"de":["Y"]}}`, `f.jsonl:2: field "aliases": language "de" is not known`},
		{`{"id":"state.X","type":"state","name":"X","roles":{"en":["…"]}}`, `f.jsonl:2: field "roles": language "en" has an entry without a letter`},
		{`{"id":"state.X","type":"state","name":"X","from":"May 2024"}`, `f.jsonl:2: field "from": "May 2024" is no date; write YYYY`},
		{`{"id":"state.X","type":"state","name":"X","from":"2024","to":"2023"}`, `f.jsonl:2: field "to": 2023 ends before it begins`},
		{`{"id":"person.x","type":"person","name":"X","speaks_for":"state.YY"}`, `f.jsonl:2: field "speaks_for": no actor has the id state.YY`},
		{`{"id":"person.x","type":"person","name":"X","speaks_for":"YY"}`, `f.jsonl:2: field "speaks_for": "YY" is no actor id`},
		{`{"id":"state.IR","type":"body","name":"Iran"}`, `f.jsonl:2: field "type": "body", but f.jsonl:1 says "state"`},
		{`{"id":`, `f.jsonl:2: not one JSON object`},
		{`{"id":"state.X","type":"state","name":"X"} {}`, `f.jsonl:2: more than one JSON object`},
	} {
		_, err := Load(fstest.MapFS{"f.jsonl": {Data: []byte(good + c.line)}})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %s", c.line, err, c.want)
		}
	}
	for _, c := range []struct{ csv, want string }{
		{"id,name,kind\n", `u.csv:1: column "kind" is not known`},
		{"id,name\n", `u.csv:1: column "type" is missing`},
		{"id,name,type\nbody.x,X,land\n", `u.csv:2: field "type"`},
		{"id,name,type\nbody.x,X\n", `u.csv: record on line 2`},
	} {
		var r Registry
		err := r.Add("u.csv", strings.NewReader(c.csv))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %s", c.csv, err, c.want)
		}
	}
}

// A later line adds to an id; the user's entries win over ours.
func TestAdd(t *testing.T) {
	r, err := Load(fstest.MapFS{
		"a.jsonl": {Data: []byte(`{"id":"state.IR","type":"state","name":"Iran"}`)},
		"b.jsonl": {Data: []byte("\ufeff" + `{"id":"state.IR","aliases":{"en":["Persia"]}}` + "\n\n" + `{"id":"body.rtc","type":"body","name":"River Talks Council","aliases":{"en":["RTC"]}}`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	before := NewLinker(r)
	if err := r.Add("own.csv", strings.NewReader("\ufeffid,name,type,aliases\nbody.own,Regional Transport Company,body,RTC|Регион\n")); err != nil {
		t.Fatal(err)
	}
	if err := r.Add("own.jsonl", strings.NewReader(`{"id":"state.IR","name":"I. R. Iran"}`)); err != nil {
		t.Fatal(err)
	}
	checkMarked(t, before, "en", "[[Persia|state.IR]] and [[the RTC|body.rtc]]", time.Time{})
	got := checkMarked(t, NewLinker(r), "en", "[[Persia|state.IR]] and [[the RTC|body.own]]", time.Time{})
	if n := got.Mentions[0].Actor.Name; n != "I. R. Iran" {
		t.Errorf("name %q", n)
	}
	checkMarked(t, NewLinker(r), "ru", "[[Региона|body.own]]", time.Time{})
}

func TestPeriod(t *testing.T) {
	day := func(s string) time.Time { d, _ := time.Parse("2006-01-02", s); return d }
	p, _, err := parsePeriod("2024-02", "2024-03")
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[string]bool{"2024-01-31": false, "2024-02-01": true, "2024-03-31": true, "2024-04-01": false} {
		if p.holds(day(at)) != want {
			t.Errorf("%s: %v", at, !want)
		}
	}
	if p.holds(time.Time{}) {
		t.Error("an ended period holds without a date")
	}
}

// The real files load, and no name of one language belongs to two actors at one time.
func TestRealRegistry(t *testing.T) {
	const dir = "../../datasets/actors"
	r, err := Load(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	type owner struct {
		id string
		p  period
	}
	seen := map[string][]owner{}
	for _, rec := range r.records {
		for _, a := range rec.aliases {
			k := a.lang + " " + key(dropThe(words(a.text)))
			for _, o := range seen[k] {
				if o.id != rec.id && o.p.overlaps(a.period) {
					t.Errorf("the %s name %q belongs to both %s and %s", a.lang, a.text, o.id, rec.id)
				}
			}
			seen[k] = append(seen[k], owner{rec.id, a.period})
		}
	}
}

// overlaps tells whether two periods share a moment.
func (p period) overlaps(q period) bool {
	return (p.to.IsZero() || q.from.Before(p.to)) && (q.to.IsZero() || p.from.Before(q.to))
}
