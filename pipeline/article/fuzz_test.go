package article

import (
	"context"
	"strings"
	"testing"
)

// fuzzFormat reads data as one format: it must not panic, and what it yields must keep the package's promises.
func fuzzFormat(f *testing.F, format Format, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		opt := Options{Stdin: strings.NewReader(string(data)), MaxRecordBytes: 1 << 16}
		stdin := Source{Path: "-", Format: format}
		for item := range stdin.Read(context.Background(), opt) {
			switch {
			case item.Article != nil && item.Reject == nil:
				checkArticle(t, item.Article)
			case item.Reject != nil && item.Article == nil:
				checkReject(t, *item.Reject)
			default:
				t.Fatal("an item is an article or a reject")
			}
		}
	})
}

func FuzzJSONLines(f *testing.F) {
	fuzzFormat(f, JSONL, `{"text":"A","title":"T","id":1,"date":"1405/09/06","captions":["c"]}`+"\n", `{"paragraphs":["a","b"],"lead":"l"}`, `[{"text":"A"},{"text":5}]`, "{\"text\":\"\xd8\"}", "\xff\xfe{\x00")
}

func FuzzJSON(f *testing.F) {
	fuzzFormat(f, JSON, `{"text":"A"}`, `[{"text":"A"},{"text":5},]`, `[1,"x",{"text":"]}"}`, `}{`, `"`)
}

func FuzzCSV(f *testing.F) {
	fuzzFormat(f, CSV, "text,id\nA,1\n\"B\nb\",2\n", "text;id\n\"A\"x;1\n\"open\n", "\"text\",\"", "text\n\xd8\n")
}

func FuzzTSV(f *testing.F) {
	fuzzFormat(f, TSV, "text\tid\nA\t1\n\"B\nb\"\t2\n", "text\tid\n\"A\"x\t1\n\"open\n")
}

func FuzzHTML(f *testing.F) {
	fuzzFormat(f, HTML, pageForFormats, "<p class=caption>a<p>b", `<script type="application/ld+json">[{"@type":"NewsArticle","headline":1}]</script><p>x`, "<meta charset=koi8-r>\xd0\xd2\xc9")
}

func FuzzText(f *testing.F) {
	fuzzFormat(f, Text, "T\n\nB", "\xff\xfea\x00", "\xef\xbb\xbfx", "\xe9t\xe9", "\xcf\xf0\xe8\xe2\xe5\xf2", "a\x00b\x00")
}

// FuzzAny lets the format be told from the content, compression included.
func FuzzAny(f *testing.F) {
	fuzzFormat(f, "", "\x1f\x8b\x08", "\x28\xb5\x2f\xfd", "PAR1PAR1", "text,id\nA,1", "{", "[", "<html>")
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2026-11-27", "1405/9/6 12:00 pm", "1e18", "Fri, 27 Nov 2026 08:30:00 GMT", "."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		date, bad := readDate(s)
		if !date.IsZero() && (bad != "" || date.Year() < 1900 || date.Year() > 2100) {
			t.Errorf("%q: %v, %q", s, date, bad)
		}
	})
}
