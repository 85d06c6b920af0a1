package article

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
)

// outcome writes what came of a source in short: "1:text" for articles, "2!" for rejects.
func outcome(t *testing.T, opt Options, name, content string) (string, []Reject) {
	t.Helper()
	var out []string
	var rejects []Reject
	sources, bad := List([]string{write(t, name, content)}, opt)
	if len(bad) > 0 {
		t.Fatalf("%v", bad)
	}
	for item := range sources[0].Read(context.Background(), opt) {
		if r := item.Reject; r != nil {
			checkReject(t, *r)
			rejects = append(rejects, *r)
			out = append(out, fmt.Sprintf("%d!", r.Line))
			continue
		}
		checkArticle(t, item.Article)
		out = append(out, fmt.Sprintf("%d:%s", item.Article.Line, item.Article.Text))
	}
	return strings.Join(out, " "), rejects
}

func repeatNumbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i+1)
	}
	return b.String()
}

func TestJSONLines(t *testing.T) {
	for name, c := range map[string]struct{ in, out, reason string }{
		"blank lines and CRLF": {"\n{\"text\":\"A\"}\r\n\r\n  \n{\"text\":\"B\"}", "2:A 5:B", ""},
		"byte order mark":      {"\ufeff{\"text\":\"A\"}", "1:A", ""},
		"bad line":             {"{\"text\":\"A\"}\n{\"text\":\n{\"text\":\"B\"}", "1:A 2! 3:B", "not valid JSON"},
		"no object":            {"5\n\"x\"\nnull\n{\"text\":\"B\"}", "1! 2! 3! 4:B", ""},
		"missing text":         {`{"title":"A"}`, "1!", "no text"},
		"empty text":           {`{"text":" \n"}`, "1!", "no text"},
		"null text":            {`{"text":null}`, "1!", "no text"},
		"text is a number":     {`{"text":5}`, "1!", "a number where text"},
		"text is an object":    {`{"text":{"a":1}}`, "1!", "an object where text"},
		"text is a bad list":   {`{"text":["a",1]}`, "1!", "other than texts"},
		"title is a list":      {`{"title":["a"],"text":"A"}`, "1!", "a list where text"},
		"id is true":           {`{"id":true,"text":"A"}`, "1!", "true or false"},
		"typed wins over bad":  {`{"text":{"a":1},"content":"A"}`, "1:A", ""},
		"text as list":         {`{"text":["a"," ","b"]}`, "1:a\n\nb", ""},
		"case of keys":         {`{"TEXT":"upper","text":"lower"}`, "1:lower", ""},
		"preference":           {`{"body":"b","text":"t","content":"c"}`, "1:t", ""},
		"preference, empty":    {`{"body":"b","text":"","content":"c"}`, "1:b", ""},
		"paragraphs":           {`{"paragraphs":["a","b"],"abstract":"lead"}`, "1:lead\n\na\n\nb", ""},
		"lead repeated":        {`{"paragraphs":["lead and more","b"],"summary":"lead…"}`, "1:lead and more\n\nb", ""},
		"lead with text":       {`{"text":"t","summary":"lead"}`, "1:t", ""},
		"lead alone":           {`{"lead":"lead"}`, "1:lead", ""},
		"caption":              {`{"text":"t","captions":["c","d"],"title":"h"}`, "1:h\n\nt\n\nc\n\nd", ""},
		"NUL":                  {`{"text":"a\u0000b"}`, "1!", "NUL"},
		"controls":             {`{"text":"\u0001\u0002\u0003a"}`, "1!", "control"},
		"lone surrogate":       {`{"text":"a\ud800b"}`, "1:a\ufffdb", ""},
		"broken byte":          {"{\"text\":\"" + strings.Repeat("متن ", 100) + "\xd8 \"}", "1:" + strings.Repeat("متن ", 100) + "\ufffd", ""},
		"broken line":          {"{\"text\":\"متن\"}\n{\"text\":\"a\xff\xfe\xfdb\"}\n{\"text\":\"c\"}", "1:متن 2! 3:c", "decoded"},
		"a line of garbage":    {"{\"text\":\"a\"}\n{\"text\":\"\x81\x8d\x8f\x90\x9d\"}\n{\"text\":\"c\"}", "1:a 2! 3:c", "decoded"},
		"a line with NUL":      {strings.Repeat("{\"text\":\"متن\"}\n", 100) + "\x00", strings.TrimSpace(repeatNumbered("%d:متن ", 100)) + " 101!", "not valid JSON"},
		"an array after all":   {`[{"text":"A"}]`, "1:A", ""},
		"indented after all":   {"{\n\"text\":\"A\"\n}\n{\n\"text\":\"B\"\n}\n", "1:A 4:B", ""},
		"empty":                {"", "", ""},
	} {
		out, rejects := outcome(t, Options{}, "a.jsonl", c.in)
		if out != strings.TrimRight(c.out, " ") || c.reason != "" && !strings.Contains(rejects[0].Reason, c.reason) {
			t.Errorf("%s: %q %v\nwant %q %s", name, out, rejects, c.out, c.reason)
		}
	}
}

func TestJSONValues(t *testing.T) {
	for name, c := range map[string]struct{ in, out string }{
		"object":               {`{"text":"A"}` + "\n", "0:A"},
		"objects":              {"{\"text\":\"A\"}\n{\"text\":\"}\\\"{\"}", `1:A 2:}"{`},
		"array":                {"[\n{\"text\":\"A\"},\n\n{\"text\":\"B\"} ]", "2:A 4:B"},
		"empty array":          {"[]", ""},
		"nested":               {`[{"text":"A","x":{"y":[1,{"z":"]"}]}},{"text":"B"}]`, "1:A 1:B"},
		"bad element":          {"[{\"text\":\"A\"},\n{\"text\":\"B\",},\n{\"text\":\"C\"}]", "1:A 2! 3:C"},
		"bare elements":        {`[1, true,"x",null,{"text":"C"}]`, "1! 1! 1! 1! 1:C"},
		"not closed":           {"[{\"text\":\"A\"},\n{\"text\":\"B\"", "1:A 2!"},
		"array not closed":     {"[{\"text\":\"A\"}\n", "1:A 2!"},
		"more after the array": {"[{\"text\":\"A\"}]\n{}", "1:A 2!"},
		"closed too often":     {`{"text":"A"}}`, "1:A 1!"},
		"bad object":           {`{"text":}`, "0!"},
		"empty":                {" \n", "0!"},
	} {
		if out, rejects := outcome(t, Options{}, "a.json", c.in); out != c.out {
			t.Errorf("%s: %q %v\nwant %q", name, out, rejects, c.out)
		}
	}
}

func TestLongRecords(t *testing.T) {
	opt := Options{MaxRecordBytes: 100 << 10}
	long := strings.Repeat("x", 200<<10)
	fits := strings.Repeat("y", 90<<10) // longer than the reader's buffer
	for name, c := range map[string]struct{ in, out string }{
		"a.jsonl": {`{"text":"` + long + "\"}\n{\"text\":\"" + fits + "\"}\n{\"text\":\"" + long + `"}`, "1! 2:" + fits + " 3!"},
		"a.json":  {`[{"text":"` + long + `"},{"text":"` + fits + `"}]`, "1! 1:" + fits},
		"a.csv":   {"text,id\n" + long + ",1\n" + fits + ",2\n\"a\n" + long + "\",3\nb,4\n", "2! 3:" + fits + " 4! 6:b"},
		"b.csv":   {"text,id\n\"" + strings.Repeat("z\n", 60<<10) + "b,4\n", ""},
		"a.txt":   {long, "0!"},
		"a.html":  {long, "0!"},
	} {
		out, _ := outcome(t, opt, name, c.in)
		if name == "b.csv" { // the quote is given up, each line behind it is a record of its own
			if !strings.HasPrefix(out, "2! 3! 4! ") || !strings.HasSuffix(out, ":b") {
				t.Errorf("%s: %.100s", name, out)
			}
			continue
		}
		if out != c.out {
			t.Errorf("%s: %.100s\nwant %.100s", name, out, c.out)
		}
	}
}

// A line of 200 MB, from a compressed file of a few hundred kB, is not held in memory.
func TestHugeLineIsNotHeld(t *testing.T) {
	r, w := io.Pipe()
	go func() {
		chunk := []byte(strings.Repeat("x", 1<<20))
		_, _ = io.WriteString(w, "{\"text\":\"A\"}\n{\"text\":\"")
		for range 200 {
			_, _ = w.Write(chunk)
		}
		_, _ = io.WriteString(w, "\"}\n{\"text\":\"B\"}\n")
		w.Close()
	}()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	var got []string
	stdin := Source{Path: "-", Format: JSONL}
	for item := range stdin.Read(context.Background(), Options{Stdin: r, MaxRecordBytes: 1 << 20}) {
		if item.Reject != nil {
			got = append(got, fmt.Sprint(item.Reject.Line, "!"))
		} else {
			got = append(got, item.Article.Text)
		}
	}
	runtime.ReadMemStats(&after)
	if fmt.Sprint(got) != "[A 2! B]" {
		t.Errorf("%v", got)
	}
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 20<<20 {
		t.Errorf("%d MiB were allocated for a line over a limit of 1 MiB", grown>>20)
	}
}

func TestCutOffArchives(t *testing.T) {
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, "{\"text\":\"Article %d about %x.\"}\n", i, i*i*7919)
	}
	for ext, packed := range map[string]string{".gz": gz(t, b.String()), ".zst": zst(t, b.String())} {
		articles, rejects := readAll(t, Options{}, write(t, "a.jsonl"+ext, packed[:len(packed)/2]))
		if ext == ".gz" && len(articles) < 1000 {
			t.Errorf("%s: only %d articles before the cut", ext, len(articles))
		}
		if len(rejects) != 1 || !strings.Contains(rejects[0].Reason, "fetch the file again") || len(articles) > 0 && rejects[0].Line != len(articles)+1 {
			t.Errorf("%s: %d articles, rejects %v", ext, len(articles), rejects)
		}
		for _, name := range []string{"a.txt", "a.html", "a.csv"} {
			articles, rejects := readAll(t, Options{}, write(t, name+ext, packed[:len(packed)/2]))
			if len(articles) != 0 || len(rejects) != 1 {
				t.Errorf("%s: %d articles, rejects %v", name+ext, len(articles), rejects)
			}
		}
	}
	_, rejects := readAll(t, Options{}, write(t, "a.jsonl.gz", "\x1f\x8bnot gzip"))
	if len(rejects) != 1 || rejects[0].Line != 0 {
		t.Errorf("%v", rejects)
	}
}
