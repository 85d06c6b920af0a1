package article

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// readAll reads every source behind paths, and checks what holds for all articles.
func readAll(t *testing.T, opt Options, paths ...string) (articles []*Article, rejects []Reject) {
	t.Helper()
	sources, rejects := List(paths, opt)
	for _, s := range sources {
		last := int64(0)
		for item := range s.Read(context.Background(), opt) {
			if (item.Article == nil) == (item.Reject == nil) {
				t.Fatalf("item with %v and %v: want one of them", item.Article, item.Reject)
			}
			if item.Offset < last || s.Size > 0 && item.Offset > s.Size {
				t.Errorf("offset %d after %d of %d", item.Offset, last, s.Size)
			}
			last = item.Offset
			if item.Reject != nil {
				checkReject(t, *item.Reject)
				rejects = append(rejects, *item.Reject)
				continue
			}
			checkArticle(t, item.Article)
			articles = append(articles, item.Article)
		}
	}
	return articles, rejects
}

func checkReject(t *testing.T, r Reject) {
	t.Helper()
	if r.Path == "" || r.Line < 0 || len(r.Reason) < 20 || !strings.HasSuffix(r.Reason, ".") || !unicode.IsUpper(rune(r.Reason[0])) {
		t.Errorf("reject %+v: want path and a sentence", r)
	}
}

// checkArticle checks the properties that every later stage relies on.
func checkArticle(t *testing.T, a *Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title) {
		t.Errorf("%s: text or title is not valid UTF-8", a.ID)
	}
	if a.ID == "" || len(a.Hash) != 64 || a.Source == "" {
		t.Errorf("article without id, hash or source: %+v", a)
	}
	runes := []rune(a.Text)
	end := 0
	if len(a.Sections) == 0 {
		t.Errorf("%s: no sections", a.ID)
	}
	for _, s := range a.Sections {
		if s.Start < end || s.End <= s.Start || s.End > len(runes) {
			t.Fatalf("%s: section %+v after %d in %d runes", a.ID, s, end, len(runes))
		}
		if text := string(runes[s.Start:s.End]); strings.TrimSpace(text) != text {
			t.Errorf("%s: section %q has white space around it", a.ID, text)
		}
		end = s.End
	}
}

// sectionTexts are the stretches of text of one kind.
func sectionTexts(a *Article, kind string) (texts []string) {
	runes := []rune(a.Text)
	for _, s := range a.Sections {
		if s.Kind == kind {
			texts = append(texts, string(runes[s.Start:s.End]))
		}
	}
	return texts
}

func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func gz(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zst(t *testing.T, s string) string {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(w.EncodeAll([]byte(s), nil))
}

// one reads the only article of a file.
func one(t *testing.T, path string) *Article {
	t.Helper()
	articles, rejects := readAll(t, Options{}, path)
	if len(articles) != 1 || len(rejects) != 0 {
		t.Fatalf("%s: %d articles, rejects %v; want one article", path, len(articles), rejects)
	}
	return articles[0]
}

const pageForFormats = `<!doctype html><html><head><title>Talks resume</title></head><body><article><h1>Talks resume</h1><p>Iran and the US met in Muscat for talks on Friday.</p></article></body></html>`

func TestFormatsAndCompressions(t *testing.T) {
	contents := map[string]string{
		"a.txt":    "Talks resume\n\nIran and the US met in Muscat for talks on Friday.\n",
		"a.html":   pageForFormats,
		"a.htm":    pageForFormats,
		"a.jsonl":  `{"title":"Talks resume","text":"Iran and the US met in Muscat for talks on Friday."}` + "\n",
		"a.ndjson": `{"headline":"Talks resume","Body":"Iran and the US met in Muscat for talks on Friday."}`,
		"a.json":   "{\n \"title\": \"Talks resume\",\n \"text\": \"Iran and the US met in Muscat for talks on Friday.\"\n}",
		"b.json":   `[{"title":"Talks resume","text":"Iran and the US met in Muscat for talks on Friday."}]`,
		"a.csv":    "title,text\nTalks resume,Iran and the US met in Muscat for talks on Friday.\n",
		"a.tsv":    "title\ttext\r\nTalks resume\tIran and the US met in Muscat for talks on Friday.\r\n",
		"a.parquet": parquetFile(t, 64, map[string]any{
			"title": []string{"Talks resume"}, "text": []string{"Iran and the US met in Muscat for talks on Friday."}}),
	}
	for name, content := range contents {
		for ext, packed := range map[string]string{"": content, ".gz": gz(t, content), ".zst": zst(t, content)} {
			t.Run(name+ext, func(t *testing.T) {
				path := write(t, name+ext, packed)
				a := one(t, path)
				if a.Title != "Talks resume" || a.Source != path {
					t.Errorf("title %q, source %q", a.Title, a.Source)
				}
				if got := sectionTexts(a, Body); len(got) != 1 || got[0] != "Iran and the US met in Muscat for talks on Friday." {
					t.Errorf("body %q", got)
				}
				if got := sectionTexts(a, Title); len(got) != 1 || got[0] != "Talks resume" {
					t.Errorf("title section %q", got)
				}
				// Standard input has no name: everything is told from the content.
				var fromStdin []*Article
				stdin := Source{Path: "-"}
				for item := range stdin.Read(context.Background(), Options{Stdin: strings.NewReader(packed)}) {
					if item.Reject != nil {
						t.Fatalf("standard input: %+v", item.Reject)
					}
					checkArticle(t, item.Article)
					fromStdin = append(fromStdin, item.Article)
				}
				if len(fromStdin) != 1 || fromStdin[0].Hash != a.Hash {
					t.Errorf("standard input gives %+v, the file %+v", fromStdin, a)
				}
			})
		}
	}
}

func TestCompressionIsToldByContent(t *testing.T) {
	if a := one(t, write(t, "a.txt.gz", "Plain text that a server unpacked.")); a.Text != "Plain text that a server unpacked." {
		t.Errorf("text %q", a.Text)
	}
}

func TestIDs(t *testing.T) {
	for _, c := range []struct{ record, id string }{
		{`{"id":"x-1","url":"https://a.example/1","text":"T"}`, "x-1"},
		{`{"id":12,"text":"T"}`, "12"},
		{`{"id":12345678901234567890,"text":"T"}`, "12345678901234567890"},
		{`{"id":1.2e3,"text":"T"}`, "1200"},
		{`{"id":12.0,"text":"T"}`, "12"},
		{`{"id":null,"guid":"g","text":"T"}`, "g"},
		{`{"link":" https://a.example/1 ","text":"T"}`, "https://a.example/1"},
		{`{"text":"T"}`, "sha256:" + contentHash("", "T", zeroTime)[:16]},
	} {
		if a := one(t, write(t, "a.jsonl", c.record)); a.ID != c.id || a.Line != 1 {
			t.Errorf("%s: id %q, line %d; want %q, 1", c.record, a.ID, a.Line, c.id)
		}
	}
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{"a.txt", "a.json"} {
		if err := os.WriteFile(name, []byte(`{"text":"T"}`), 0o600); err != nil {
			t.Fatal(err)
		}
		if a := one(t, "./"+name); a.ID != name || a.Line != 0 || a.Source != "./"+name {
			t.Errorf("id %q, line %d, source %q", a.ID, a.Line, a.Source)
		}
	}
}

func TestComposition(t *testing.T) {
	for name, c := range map[string]struct {
		title, body string
		captions    []string
		text        string
		kinds       string
	}{
		"title and body":    {"T one", "B.", nil, "T one\n\nB.", "title body"},
		"no title":          {"", "B.", nil, "B.", "body"},
		"captions":          {"T", "B.", []string{"C1", " C2 ", "C1", ""}, "T\n\nB.\n\nC1\n\nC2", "title body caption caption"},
		"title in body":     {"T one", "T one\r\n B.", nil, "T one\r\n B.", "title body"},
		"title in sentence": {"Iran", "Iran said no.", nil, "Iran said no.", "body"},
		"title in word":     {"Iran", "Iranians voted.", nil, "Iran\n\nIranians voted.", "title body"},
		"title alone":       {"T", "T", nil, "T", "body"},
		"Persian":           {"ایران", "می\u200cرود.", nil, "ایران\n\nمی\u200cرود.", "title body"},
		"empty":             {"T", " \n", []string{"C"}, "", ""},
	} {
		text, sections := compose(c.title, c.body, c.captions)
		kinds := make([]string, len(sections))
		for i, s := range sections {
			kinds[i] = s.Kind
		}
		if text != c.text || strings.Join(kinds, " ") != c.kinds {
			t.Errorf("%s: %q %v, want %q %s", name, text, kinds, c.text, c.kinds)
		}
	}
}

func TestLanguageTag(t *testing.T) {
	for in, want := range map[string]string{"en": "en", "en_US": "en-us", "fa-IR": "fa-ir", "prs": "prs", "iw": "iw", "zh-Hans-CN": "zh-hans-cn", "": "", "und": "", "Persian language": "", "x": ""} {
		if got := languageTag(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestHashChanges(t *testing.T) {
	base := contentHash("t", "x", zeroTime)
	for _, other := range []string{contentHash("", "tx", zeroTime), contentHash("t", "y", zeroTime), contentHash("t", "x", newYear1300)} {
		if other == base {
			t.Error("different content has one hash")
		}
	}
}

func TestCancellation(t *testing.T) {
	path := write(t, "a.jsonl", strings.Repeat(`{"text":"T"}`+"\n", 1000))
	sources, _ := List([]string{path}, Options{})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for item := range sources[0].Read(ctx, Options{}) {
		if item.Reject != nil {
			t.Fatalf("cancellation is no reject: %+v", item.Reject)
		}
		if n++; n == 3 {
			cancel()
		}
	}
	if n != 3 {
		t.Errorf("%d articles after the context ended at 3", n)
	}
	for item := range sources[0].Read(ctx, Options{}) {
		t.Fatalf("item %+v of an ended context", item)
	}
	for range sources[0].Read(context.Background(), Options{}) {
		break // leaving early must not panic
	}
}
