package sink

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

var (
	may1   = time.Date(2026, 5, 1, 23, 30, 0, 123456000, time.UTC)
	may2   = time.Date(2026, 5, 2, 0, 0, 0, 0, time.UTC)
	runDay = time.Date(2026, 6, 7, 3, 0, 0, 0, time.UTC)
)

func testMeta(model string) Meta {
	return Meta{Program: "1.2.3", ModelHash: model, Now: func() time.Time { return runDay }}
}

func mustOpen(t testing.TB, dir, model string) *Store {
	t.Helper()
	s, err := Open(dir, testMeta(model))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// put opens the folder, makes one commit of what fill adds and closes it.
func put(t testing.TB, dir, model string, fill func(*Store, *Commit)) Record {
	t.Helper()
	s := mustOpen(t, dir, model)
	c := s.Begin()
	fill(s, c)
	r, err := c.Commit(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return r
}

// story makes an article with mentions and actors whose texts tell the version.
func story(id, version string, mentions int, published time.Time) (ArticleRow, []MentionRow, []ActorRow) {
	a := ArticleRow{
		ArticleID: id, Source: "in/" + id + ".txt", Title: "Über " + id, Lang: "en", Text: "text " + version,
		ContentHash: version, Sentences: 3, Status: "ok", PublishedAt: published,
	}
	var ms []MentionRow
	var as []ActorRow
	for i := range mentions {
		scores := Scores{PHawkish: 0.25 * float32(i), Hawkish: i%2 == 0, PNeutral: 1, Sentiment: "neutral"}
		ms = append(ms, MentionRow{
			SentenceIndex: int32(i), Section: "body", Lang: "fa", Sentence: "جمله " + version, ActorID: "Q794", ActorName: "Iran",
			ActorType: "state", Mention: "ایران", Start: int32(i), End: int32(i) + 5, Implied: i == 2, Scores: scores,
		})
		if i%2 == 0 {
			as = append(as, ActorRow{ActorID: fmt.Sprint("Q", i), ActorName: "Iran", ActorType: "state", Mentions: 2, Sentences: 1, Scores: scores, StrongestSentence: version})
		}
	}
	return a, ms, as
}

func add(t testing.TB, c *Commit, id, version string, mentions int, published time.Time) {
	t.Helper()
	a, ms, as := story(id, version, mentions, published)
	if err := c.Add(a, ms, as); err != nil {
		t.Fatal(err)
	}
}

// rows reads a table, in order of its parts' names, as "date: row".
func rows[T any](t testing.TB, dir string, tab *table[T]) []string {
	t.Helper()
	out := []string{}
	parts, err := filepath.Glob(filepath.Join(dir, tab.name, "date=*", "*.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		date := filepath.Base(filepath.Dir(p))
		err := readPart(context.Background(), p, tab, func(r *T) error {
			out = append(out, fmt.Sprintf("%s: %+v", date, *r))
			return nil
		})
		if err != nil {
			t.Fatal(p, err)
		}
	}
	slices.Sort(out)
	return out
}

// tables is all rows of all tables.
func tables(t testing.TB, dir string) string {
	t.Helper()
	all := slices.Concat(rows(t, dir, &mentionsTable), rows(t, dir, &actorsTable), rows(t, dir, &articlesTable), rows(t, dir, &rejectsTable))
	return strings.Join(all, "\n")
}

func partsOf(t testing.TB, dir, table string) []string {
	t.Helper()
	parts, err := filepath.Glob(filepath.Join(dir, table, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return parts
}

func TestRoundTrip(t *testing.T) {
	dir := t.TempDir()
	a, ms, as := story("a", "v1", 4, may1)
	a.Title = "bad \xff byte"
	r := put(t, dir, "m1", func(_ *Store, c *Commit) {
		if err := c.Add(a, ms, as); err != nil {
			t.Fatal(err)
		}
		add(t, c, "b", "v1", 0, time.Time{})
		if err := c.Reject(RejectRow{Path: "x", Line: 3, Reason: "no text"}); err != nil {
			t.Fatal(err)
		}
	})
	a.Title, a.Model, a.Mentions, a.Actors = "bad \uFFFD byte", "m1", 4, 2
	b, _, _ := story("b", "v1", 0, time.Time{})
	b.Model = "m1"
	want := []string{fmt.Sprintf("date=2026-05-01: %+v", a), fmt.Sprintf("date=2026-06-07: %+v", b)}
	if got := rows(t, dir, &articlesTable); !reflect.DeepEqual(got, want) {
		t.Errorf("articles:\n%s\nwant\n%s", got, want)
	}
	for i := range ms {
		ms[i].ArticleID, ms[i].Model, ms[i].PublishedAt = "a", "m1", may1
	}
	want = nil
	for _, m := range ms {
		want = append(want, fmt.Sprintf("date=2026-05-01: %+v", m))
	}
	slices.Sort(want)
	if got := rows(t, dir, &mentionsTable); !reflect.DeepEqual(got, want) {
		t.Errorf("mentions:\n%s\nwant\n%s", got, want)
	}
	if got := rows(t, dir, &rejectsTable); !reflect.DeepEqual(got, []string{"date=2026-06-07: {Path:x Line:3 Reason:no text}"}) {
		t.Error("rejects:", got)
	}
	if want := map[string]int{Mentions: 4, Actors: 2, Articles: 2, Rejects: 1}; !reflect.DeepEqual(r.Added, want) {
		t.Error("added:", r.Added)
	}
	info, err := readInfo(filepath.Join(dir, r.Files[0].Path))
	if err != nil || info.meta[keySchema] != SchemaVersion || info.meta[keyModel] != "m1" || info.meta[keyProgram] != "1.2.3" {
		t.Error("metadata:", info, err)
	}
	var onDisk Record
	data, err := os.ReadFile(filepath.Join(dir, runsDir, r.Commit+".json"))
	if err == nil {
		err = json.Unmarshal(data, &onDisk)
	}
	if err != nil || !reflect.DeepEqual(onDisk, r) {
		t.Errorf("record: %v\n%+v\n%+v", err, onDisk, r)
	}
}

func TestUnchangedIsSkippedAndChangedReplaces(t *testing.T) {
	dir, want := t.TempDir(), t.TempDir()
	put(t, dir, "m1", func(_ *Store, c *Commit) {
		add(t, c, "a", "v1", 3, may1)
		add(t, c, "b", "v1", 2, may1)
		add(t, c, "c", "v1", 2, may2)
		add(t, c, "d", "v1", 0, may1)
	})
	r := put(t, dir, "m1", func(s *Store, c *Commit) {
		for _, id := range []string{"b", "d"} {
			if !s.Unchanged(id, "v1") {
				t.Error(id, "counts as changed")
			}
		}
		if s.Unchanged("a", "v2") || s.Unchanged("e", "v1") {
			t.Error("changed or new article counts as unchanged")
		}
		add(t, c, "a", "v2", 1, may2)
		add(t, c, "c", "v2", 0, may1)
		add(t, c, "e", "v1", 1, may1)
	})
	if !slices.Equal(r.Replaced, []string{"a", "c"}) || len(r.Removed) != 3 {
		t.Error("replaced", r.Replaced, "removed", r.Removed)
	}
	put(t, want, "m1", func(_ *Store, c *Commit) {
		add(t, c, "a", "v2", 1, may2)
		add(t, c, "b", "v1", 2, may1)
		add(t, c, "c", "v2", 0, may1)
		add(t, c, "d", "v1", 0, may1)
		add(t, c, "e", "v1", 1, may1)
	})
	if got, want := tables(t, dir), tables(t, want); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	s := mustOpen(t, dir, "m2")
	if s.Unchanged("a", "v2") {
		t.Error("an article of another model counts as unchanged")
	}
}

func TestSecondCommitOfARun(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, "m1")
	for i := range 3 {
		c := s.Begin()
		add(t, c, fmt.Sprint("a", i), "v1", 2, may1)
		if !s.Unchanged("a0", "v1") {
			t.Error("an article of this run counts as changed")
		}
		if err := c.Reject(RejectRow{"in/list", int32(i), "bad"}); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Commit(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(rows(t, dir, &mentionsTable)); n != 6 {
		t.Error("mentions:", n)
	}
	if n := len(rows(t, dir, &rejectsTable)); n != 3 {
		t.Error("a later commit of the run dropped rejects of an earlier one:", n)
	}
}

func TestFirstOfAnIDWinsAndStays(t *testing.T) {
	dir := t.TempDir()
	for range 2 {
		put(t, dir, "m1", func(s *Store, c *Commit) {
			if !s.Unchanged("a", "first") {
				add(t, c, "a", "first", 1, may1)
			}
			if s.Unchanged("a", "second") {
				t.Error("other content counts as unchanged")
			}
			a, ms, as := story("a", "second", 1, may1)
			if err := c.Add(a, ms, as); !errors.Is(err, ErrDuplicate) {
				t.Error("second article of the id:", err)
			}
			add(t, c, "a", "first", 1, may1) // the same again is passed over
		})
		if got := rows(t, dir, &articlesTable); len(got) != 1 || !strings.Contains(got[0], "first") {
			t.Error(got)
		}
	}
}

func TestRejects(t *testing.T) {
	dir := t.TempDir()
	reject := func(c *Commit, path string, line int32, reason string) {
		if err := c.Reject(RejectRow{path, line, reason}); err != nil {
			t.Fatal(err)
		}
	}
	put(t, dir, "m1", func(_ *Store, c *Commit) {
		reject(c, "in/a.txt", 0, "not UTF-8")
		reject(c, "list", 2, "no text")
		reject(c, "list", 2, "no text")
		reject(c, "list", 5, "no text")
		reject(c, "seen", 0, "was unreadable")
		reject(c, "deleted", 0, "empty")
	})
	before := partsOf(t, dir, Rejects)
	put(t, dir, "m1", func(_ *Store, c *Commit) {
		add(t, c, "a", "v1", 1, may1) // its source is in/a.txt
		reject(c, "list", 2, "no text")
		reject(c, "list", 5, "no date")
		c.Visit("seen")
	})
	var got []string
	for _, r := range rows(t, dir, &rejectsTable) {
		got = append(got, strings.TrimPrefix(r, "date=2026-06-07: "))
	}
	want := []string{"{Path:deleted Line:0 Reason:empty}", "{Path:list Line:2 Reason:no text}", "{Path:list Line:5 Reason:no date}"}
	if !slices.Equal(got, want) {
		t.Error(got)
	}
	after := partsOf(t, dir, Rejects)
	r := put(t, dir, "m1", func(_ *Store, c *Commit) {
		reject(c, "list", 2, "no text")
		reject(c, "list", 5, "no date")
	})
	if again := partsOf(t, dir, Rejects); !slices.Equal(again, after) || len(r.Files) > 0 || len(before) != 1 {
		t.Error("the same rejects again changed the table:", r.Files)
	}
}

func TestEmptyTablesCanBeOpened(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "m1", func(*Store, *Commit) {})
	for _, name := range tableNames {
		if n := len(partsOf(t, dir, name)); n != 1 {
			t.Error(name, "has", n, "parts after a run without rows")
		}
	}
	put(t, dir, "m1", func(_ *Store, c *Commit) { add(t, c, "a", "v1", 0, may1) })
	if p := partsOf(t, dir, Articles); len(p) != 1 || !strings.Contains(p[0], "date=2026-05-01") {
		t.Error("articles:", p)
	}
	if n := len(partsOf(t, dir, Mentions)); n != 1 {
		t.Error("mentions:", n)
	}
}

func TestColumnNames(t *testing.T) {
	want := map[string]string{
		Mentions: "article_id, sentence_index, section, lang, sentence, actor_id, actor_name, actor_type, mention, start, end, is_pronoun, implied, p_hawkish, p_conciliatory, p_conditional, hawkish, conciliatory, conditional, p_negative, p_neutral, p_positive, sentiment, model, published_at",
		Actors:   "article_id, actor_id, actor_name, actor_type, mentions, sentences, p_hawkish, p_conciliatory, p_conditional, hawkish, conciliatory, conditional, p_negative, p_neutral, p_positive, sentiment, strongest_sentence, strongest_index, model, published_at",
		Articles: "article_id, source, line, url, title, lang, text, content_hash, model, sentences, mentions, actors, status, published_at",
		Rejects:  "path, line, reason",
	}
	for _, table := range Tables() {
		var names []string
		for _, c := range table.Columns {
			names = append(names, c.Name)
			if c.Meaning == "" || c.Type == "" {
				t.Error(table.Name, c)
			}
		}
		if got := strings.Join(names, ", "); got != want[table.Name] {
			t.Errorf("%s: %s", table.Name, got)
		}
	}
}
