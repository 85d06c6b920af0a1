package article

import (
	"strings"
	"testing"
)

func TestCSV(t *testing.T) {
	for name, c := range map[string]struct{ in, out, reason string }{
		"plain":              {"id,Text\n1,A\n2,B\n", "2:A 3:B", ""},
		"no last line end":   {"id,text\r\n1,A", "2:A", ""},
		"byte order mark":    {"\ufefftext,id\nA,1\n", "2:A", ""},
		"quotes":             {"text,id\n\"A, \"\"b\"\"\nc\",1\nD,2\n", "2:A, \"b\"\nc 4:D", ""},
		"quotes inside":      {"text,id\nA \"b\" c,1\n", "2:A \"b\" c", ""},
		"semicolons":         {"text;id\nA, b;1\n", "2:A, b", ""},
		"tabs":               {"text\tid\nA, b\t1\n", "2:A, b", ""},
		"quoted header":      {"\"a;b;c\",\"text\"\n1,A\n", "2:A", ""},
		"blank lines":        {"text,id\n\nA,1\n\n", "3:A", ""},
		"one column":         {"text\nA\n\nB\n", "2:A 4:B", ""},
		"too few fields":     {"text,id\nA\nB,2\n", "2! 3:B", "1 fields where the header has 2"},
		"too many fields":    {"text,id\nA,1,2\nB,2\n", "2! 3:B", "3 fields"},
		"text after a quote": {"text,id\n\"A\"x,1\nB,2\n", "2! 3:B", "double the quotes"},
		"quote not closed":   {"text,id\nA,1\n\"B,2\nC,3\nD,4\n", "2:A 3! 4:C 5:D", "never closed"},
		"quote meets quote":  {"text,id\n\"B,2\nC,3\n\"D\",4\nE,5\n", "2! 3:C 4:D 5:E", "followed by more text"},
		"empty text":         {"text,id\n,1\nB,2\n", "2! 3:B", "no text"},
		"no text column":     {"a,b\n1,2\n", "0!", `"a", "b"`},
		"empty":              {"", "0!", "empty"},
		"bad header":         {"\"text\"x,id\nA,1\n", "1!", "header"},
		"headline":           {"headline,text,caption\nH,T,C\n", "2:H\n\nT\n\nC", ""},
		"paragraphs":         {"paragraphs,summary\nP,S\n", "2:S\n\nP", ""},
	} {
		out, rejects := outcome(t, Options{}, "a.csv", c.in)
		if out != c.out || c.reason != "" && !strings.Contains(rejects[0].Reason, c.reason) {
			t.Errorf("%s: %q %v\nwant %q %s", name, out, rejects, c.out, c.reason)
		}
	}
}

func TestTSVWithoutQuotes(t *testing.T) {
	out, rejects := outcome(t, Options{}, "a.tsv", "text\tid\n\"No\" he said\t1\n\"B\tb\"\t2\n\"C\nc\"\t3\n\"open\t4\nD, d; d\t5\n")
	if want := "2:\"No\" he said 3:B\tb 4:C\nc 6:\"open 7:D, d; d"; out != want {
		t.Errorf("%q %v\nwant %q", out, rejects, want)
	}
}

func TestColumnsSet(t *testing.T) {
	var c Columns
	for _, m := range []string{"text=Article Body, t", "ID=nr"} {
		if err := c.Set(m); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range []string{"", "text", "author=x"} {
		if err := c.Set(m); err == nil {
			t.Errorf("%q is accepted", m)
		}
	}
	out, _ := outcome(t, Options{Columns: c}, "a.csv", "text,article body,nr,title\nno,A,7,T\nno,,8,T\n")
	if out != "2:T\n\nA 3!" {
		t.Errorf("%q", out)
	}
	// A name given to one role is taken from the default of another.
	var d Columns
	if err := d.Set("text=summary"); err != nil {
		t.Fatal(err)
	}
	out, _ = outcome(t, Options{Columns: d}, "a.csv", "summary,paragraphs\nS,P\n")
	if out != "2:S" {
		t.Errorf("%q", out)
	}
}
