package labelled

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"stance/model"
)

// readText reads a set of one file with this name and text.
func readText(t *testing.T, name, text string) *Set {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	set, err := Read(path, Unknown)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func stances(flags ...int) *[3]bool {
	var s [3]bool
	for _, f := range flags {
		s[f] = true
	}
	return &s
}

func TestReadOneSentenceInEveryFormat(t *testing.T) {
	actors := []Actor{
		{Spans: [][2]int{{0, 4}, {17, 19}}, Stance: stances(model.Hawkish, model.Conditional), Sentiment: model.Neutral},
		{Spans: [][2]int{{39, 44}}, Stance: stances(), Sentiment: model.Negative},
	}
	const text = "Iran warned that it would reply unless Tavia withdrew."
	for name, content := range map[string]string{
		"a.jsonl": `{"id":"x","lang":"en","text":"` + text + `","actors":[{"spans":[[0,4],[17,19]],"stance":["hawkish","conditional"],"sentiment":"neutral"},{"spans":[[39,44]],"stance":[],"sentiment":"negative"}]}`,
		"a.txt":   "# a comment\n%lang: en\nx\twire\t[[Iran|HD|0|1]] warned that [[it|HD|0|1]] would reply unless [[Tavia|-|n]] withdrew.\n",
		"a.csv":   "id,lang,sentence,start,end,stance,sentiment\nx,en," + text + ",0,4,hawkish;conditional,neutral\nx,en," + text + ",39,44,-,-1\n",
		"a.tsv":   "id\tlang\ttext\ttarget\tstance\tsentiment\nx\ten\t" + text + "\tIran\tHD\t0\nx\ten\t" + text + "\tTavia\tnone\tn\n",
	} {
		set := readText(t, name, content)
		if len(set.Problems) > 0 || len(set.Sentences) != 1 {
			t.Errorf("%s: %d sentences, problems %v", name, len(set.Sentences), set.Problems)
			continue
		}
		s, want := set.Sentences[0], slices.Clone(actors)
		if strings.HasSuffix(name, "sv") { // a row a mention: the pronoun is not in the table
			want[0].Spans = want[0].Spans[:1]
		}
		if s.ID != "x" || s.Lang != "en" || s.Text != text || !reflect.DeepEqual(s.Actors, want) {
			t.Errorf("%s: %+v", name, s)
		}
		if s.Complete == strings.HasSuffix(name, "sv") {
			t.Errorf("%s: complete is %v", name, s.Complete)
		}
	}
}

func TestReadBenchmarks(t *testing.T) {
	set := readText(t, "dev.jsonl", `{"primary_gid": "g1", "sentence_normalized": "“Él” praised Cruz.", "targets": [{"Input.gid": "g1", "from": 13, "to": 17, "mention": "Cruz", "polarity": 6.0}]}`)
	want := Sentence{
		ID: "g1", Lang: "en", Source: "NewsMTSC", Text: "“Él” praised Cruz.", Path: set.Path, Line: 1,
		Actors: []Actor{{Spans: [][2]int{{13, 17}}, Sentiment: model.Positive}},
	}
	if len(set.Sentences) != 1 || !reflect.DeepEqual(set.Sentences[0], want) {
		t.Errorf("NewsMTSC: %+v %v", set.Sentences, set.Problems)
	}
	set = readText(t, "train.csv", "sentence\tentity\tentity_tag\tentity_pos_start_rel\tentity_pos_end_rel\tlabel\n"+
		"Глава \"Роста\" похвалил Орлова.\tГлава\tPROFESSION\t0\t5\t0\nГлава \"Роста\" похвалил Орлова.\tОрлова\tPERSON\t23\t29\t1\n")
	if len(set.Problems) > 0 || len(set.Sentences) != 1 {
		t.Fatalf("RuSentNE: %d sentences, %v", len(set.Sentences), set.Problems)
	}
	s := set.Sentences[0]
	wantActors := []Actor{{Spans: [][2]int{{0, 5}}, Sentiment: model.Neutral}, {Spans: [][2]int{{23, 29}}, Sentiment: model.Positive}}
	if s.Lang != "ru" || s.Complete || !reflect.DeepEqual(s.Actors, wantActors) || s.Text != `Глава "Роста" похвалил Орлова.` {
		t.Errorf("RuSentNE: %+v", s)
	}
}

// Every line that cannot be used must be named with file, line, field and reason, and must not
// take its neighbours with it.
func TestProblemsNameFileLineAndField(t *testing.T) {
	const good = `{"id":"ok","lang":"fa","text":"ایران","actors":[]}` + "\n"
	for _, c := range []struct{ name, line, field, reason string }{
		{"a.jsonl", `{"id":1,"lang":"en","text":"x","actors":[]}`, "id", "number"},
		{"a.jsonl", `{"id":"a","lang":"xx","text":"x","actors":[]}`, "lang", `"xx"`},
		{"a.jsonl", `{"id":"a","lang":"en","text":"","actors":[]}`, "text", "empty"},
		{"a.jsonl", `{"id":"a","lang":"en","text":"x"}`, "actors", "missing"},
		{"a.jsonl", `{"id":"a","lang":"en","text":"abc","actors":[{"spans":[[1,4]]}]}`, "actors[0].spans", "[1, 4)"},
		{"a.jsonl", `{"id":"a","lang":"en","text":"abc","actors":[{"spans":[[2,2]]}]}`, "actors[0].spans", "[2, 2)"},
		{"a.jsonl", `{"id":"a","lang":"en","text":"abc","actors":[{"spans":[[1]]}]}`, "actors[0].spans", "1 numbers"},
		{"a.jsonl", `{"id":"a","lang":"en","text":"abc","actors":[{"spans":[]}]}`, "actors[0].spans", "at least one"},
		{"a.jsonl", `{"id":"a","lang":"en","text":"abc","actors":[{"spans":[[0,2]]},{"spans":[[1,3]]}]}`, "actors", "overlap"},
		{"a.jsonl", `{"id":"a","lang":"en","text":"abc","actors":[{"spans":[[0,1]],"stance":["hawk"]}]}`, "actors[0].stance", `"hawk"`},
		{"a.jsonl", `{"id":"a","lang":"en","text":"abc","actors":[{"spans":[[0,1]],"stance":["hawkish","hawkish"]}]}`, "actors[0].stance", "twice"},
		{"a.jsonl", `{"id":"a","lang":"en","text":"abc","actors":[{"spans":[[0,1]],"sentiment":"bad"}]}`, "actors[0].sentiment", `"bad"`},
		{"a.jsonl", `{"id":"a","lang":"en","text":"abc","actors":[],"speaker":{"spans":[[0,1]]}}`, "speaker.spans", "named"},
		{"a.jsonl", `{"id":"a","lang":"en","split":"valid","text":"abc","actors":[]}`, "split", "valid"},
		{"a.jsonl", `{"id":"ok","lang":"en","text":"abc","actors":[]}`, "id", "the id of"},
		{"a.jsonl", `{"id":"a","lang":"en","text":"abc","actors":[]} x`, "", "goes on"},
		{"a.jsonl", `not json`, "", "not JSON"},
		{"a.jsonl", `{"primary_gid":"g","sentence_normalized":"abc","targets":[{"from":0,"to":1,"polarity":5}]}`, "targets[0].polarity", "5"},
		{"a.txt", "[[Iran|HX|0]] left.", "stance", `"HX"`},
		{"a.txt", "[[Iran|DH|0]] left.", "stance", `"DH"`},
		{"a.txt", "[[Iran|H|x]] left.", "sentiment", `"x"`},
		{"a.txt", "[[Iran|H]] left.", "", "not of the form"},
		{"a.txt", "[[Iran|H|0|1]] left and [[it|C|0|1]] came back.", "", "different labels"},
		{"a.txt", "%colour: red", "colour", "not known"},
		{"a.txt", "a\tb\tc\td", "", "4 columns"},
		{"a.csv", "Iran left.,Tavia,n", "target", "not in the sentence"},
		{"a.csv", "Iran and Iran left.,Iran,n", "target", "several times"},
		{"a.csv", "Iran left.,Iran,bad", "label", "neither"},
		{"a.csv", "Iran left.,Iran", "", "2 columns"},
	} {
		first := map[string]string{".jsonl": good, ".txt": "[[ایران|-|0]]\n", ".csv": "sentence,target,label\nایران,ایران,0\n"}[filepath.Ext(c.name)]
		last := map[string]string{".jsonl": strings.Replace(good, "ok", "ok2", 1), ".txt": "[[ایران|-|0]]\n", ".csv": "باز ایران,ایران,0\n"}[filepath.Ext(c.name)]
		set := readText(t, c.name, first+c.line+"\n"+last)
		if len(set.Sentences) != 2 || len(set.Problems) != 1 {
			t.Errorf("%s: %d sentences, problems %v", c.line, len(set.Sentences), set.Problems)
			continue
		}
		p := set.Problems[0]
		wantLine := strings.Count(first, "\n") + 1
		if p.Path != set.Path || p.Line != wantLine || p.Field != c.field || !strings.Contains(p.Reason, c.reason) {
			t.Errorf("%s: %v", c.line, p)
		}
	}
}

func TestReadRefusesWhatIsNoSet(t *testing.T) {
	if _, err := Read(filepath.Join(t.TempDir(), "none"), Unknown); err == nil {
		t.Error("a path that does not exist was read")
	}
	if _, err := Read(t.TempDir(), Unknown); err == nil {
		t.Error("an empty folder was read")
	}
	for name, text := range map[string]string{
		"latin1.txt": "[[M\xfcller|-|0]]", "empty.jsonl": "\n", "columns.csv": "a,b\n1,2\n", "label.csv": "sentence,target\nx,x\n", "target.csv": "sentence,label\nx,0\n",
	} {
		if set := readText(t, name, text); len(set.Problems) != 1 || len(set.Sentences) != 0 {
			t.Errorf("%s: %d sentences, problems %v", name, len(set.Sentences), set.Problems)
		}
	}
}

func TestReadFolder(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"b.txt": "%lang: en\n[[Iran|H|0]] left.\n", "a/c.jsonl": `{"id":"j","text":"x","actors":[]}`, ".hidden/d.txt": "x", "README.md": "no set"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	set, err := Read(dir, "ru")
	if err != nil {
		t.Fatal(err)
	}
	if len(set.Sentences) != 2 || set.Files != 2 || set.Sentences[0].ID != "j" || set.Sentences[0].Lang != "ru" || set.Sentences[1].ID != "b:2" {
		t.Errorf("%+v", set)
	}
	again, err := Read(dir, "ru")
	if err != nil || again.Hash != set.Hash {
		t.Errorf("the hash is %s, then %s (%v)", set.Hash, again.Hash, err)
	}
	if err := os.WriteFile(filepath.Join(dir, "b.txt"), []byte("%lang: en\n[[Iran|C|0]] left.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if changed, err := Read(dir, "ru"); err != nil || changed.Hash == set.Hash {
		t.Errorf("a changed label does not change the hash (%v)", err)
	}
}

// articleText has all that the notation can say.
const articleText = `%lang: en
%source: stance
%split: test
%scenario: a-canal
%article: canal-1
%complete: no
a-1	wire,r4	[[Minister|H|0|m]] [[Orlan|H|0|m|p.x.orlan]] left.
a-2		[[|CD|0|m|p.x.orlan]]"We return if [[Tavia|?|n|t]] pays."
%article: 
%complete: yes
b-1	headline	[[Iran|-|?]], then [[ایران|HC|p|2]] and [[it|HC|p|2]]
`

func TestNotationAndJSONLRoundTrip(t *testing.T) {
	text := strings.Replace(articleText, "[[Minister|H|0|m]] ", "", 1)
	set := readText(t, "a.txt", text)
	if len(set.Problems) > 0 {
		t.Fatal(set.Problems)
	}
	var notation, lines bytes.Buffer
	if err := WriteNotation(&notation, set.Sentences); err != nil {
		t.Fatal(err)
	}
	if notation.String() != text {
		t.Errorf("the notation came back as\n%s", notation.String())
	}
	if err := WriteJSONL(&lines, set.Sentences); err != nil {
		t.Fatal(err)
	}
	back := readText(t, "a.jsonl", lines.String())
	if len(back.Problems) > 0 {
		t.Fatal(back.Problems)
	}
	for i := range set.Sentences {
		want, got := set.Sentences[i], back.Sentences[i]
		got.Path, got.Line = want.Path, want.Line
		if !reflect.DeepEqual(got, want) {
			t.Errorf("JSON Lines:\n%+v\n%+v", got, want)
		}
	}
}

func TestNotationRefusesWhatItCannotHold(t *testing.T) {
	for _, s := range []Sentence{
		{Text: "a [[b]]", Complete: true}, {Text: "two\nlines"}, {Text: "a\tb"},
		{Text: "a|b", Actors: []Actor{{Spans: [][2]int{{0, 3}}}}},
		{Text: "ab", Actors: []Actor{{Spans: [][2]int{{0, 1}}}, {Spans: [][2]int{{0, 2}}}}},
	} {
		if err := WriteNotation(&bytes.Buffer{}, []Sentence{s}); err == nil {
			t.Errorf("%q was written", s.Text)
		}
	}
}

func allSpans(s Sentence) (spans [][2]int) {
	for _, a := range s.Actors {
		spans = append(spans, a.Spans...)
	}
	return spans
}

func FuzzRead(f *testing.F) {
	f.Add("a.txt", articleText)
	f.Add("a.jsonl", `{"id":"x","lang":"en","text":"ab","actors":[{"spans":[[0,1]],"stance":[],"sentiment":"neutral"}]}`)
	f.Add("a.csv", "sentence;target;label\nIran left;Iran;H\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		if !slices.Contains([]string{"a.txt", "a.jsonl", "a.csv", "a.tsv"}, name) {
			return
		}
		set := readText(t, name, text)
		if len(set.Sentences)+len(set.Problems) == 0 {
			t.Error("neither a sentence nor a problem")
		}
		var notation bytes.Buffer
		for _, s := range set.Sentences {
			n := len([]rune(s.Text))
			for _, a := range s.Actors {
				for _, span := range a.Spans {
					if span[0] < 0 || span[0] >= span[1] || span[1] > n {
						t.Errorf("the span %v is not in %q", span, s.Text)
					}
				}
			}
			notation.Reset()
			if WriteNotation(&notation, []Sentence{s}) != nil {
				continue
			}
			back := readText(t, "back.txt", notation.String())
			if len(back.Sentences) != 1 || back.Sentences[0].Text != s.Text || back.Sentences[0].Complete != s.Complete || len(allSpans(back.Sentences[0])) != len(allSpans(s)) {
				t.Errorf("%+v came back as %+v, %v", s, back.Sentences, back.Problems)
			}
		}
	})
}
