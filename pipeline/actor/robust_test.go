//lint:file-ignore ST1018 Persian is written with half-spaces.

package actor

import (
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"stance/pipeline/sentence"
)

// mixed is an article of several languages in which every feature has work to do.
const mixed = "[[Arman Daryani|-]], the foreign minister of [[Iran|-]], met [[Lena Orvik|-]]. || “[[We|-]] will wait,” [[he|-]] said. || [[The foreign minister|-]] left. // " +
	"Соболевым и [[Степанским|-]] занялись [[протестующие|-]]. || «[[Мы|-]] ждём», — сказал [[он|-]]. || [[דובר צה\"ל|-]] אמר [[שהוא|-]] ממתין. || [[وزیر خارجه ایران|-]] و [[دریانی|-]] گفتند [[ما|-]] هستیم. || [[伊朗外长|-]]与[[她|-]] [[Both|-]] [[Northern Water Council|-]] (NWC) [[NWC|-]]"

// Links do not depend on the run, on the order of the mentions or on who else links.
func TestDeterminism(t *testing.T) {
	r := testRegistry(t)
	l := NewLinker(r)
	doc, _ := marked("en", mixed)
	want := l.Link(doc)
	back := doc
	back.Mentions = make([]Mention, len(doc.Mentions))
	for i, m := range doc.Mentions {
		back.Mentions[len(doc.Mentions)-1-i] = m
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 5 {
				if got := l.Link(doc); !reflect.DeepEqual(got, want) {
					t.Errorf("links differ")
				}
				if got := NewLinker(r).Link(doc); !reflect.DeepEqual(got, want) {
					t.Errorf("links of another linker differ")
				}
			}
		})
	}
	wg.Wait()
	got := l.Link(back)
	for i := range want.Mentions {
		if got.Mentions[len(want.Mentions)-1-i] != want.Mentions[i] {
			t.Errorf("mention %d depends on the order", i)
		}
	}
}

func TestEmpty(t *testing.T) {
	l := NewLinker(&Registry{})
	if got := l.Link(Document{}); len(got.Mentions) != 0 || len(got.Speakers) != 0 {
		t.Errorf("%+v", got)
	}
	got := l.Link(Document{Text: "…", Mentions: []Mention{{Sentence: 9, Start: -4, End: 99}, {Start: 5, End: 2, Text: "ʼ"}}})
	for _, m := range got.Mentions {
		if m.Actor.ID == "" || m.Actor.Type == "" {
			t.Errorf("%+v", m)
		}
	}
}

// FuzzLink checks that no input, however wrong its offsets, makes Link panic or leave a
// mention without an actor. cuts gives three bytes a mention or sentence: start, length, index.
func FuzzLink(f *testing.F) {
	doc, _ := marked("en", mixed)
	f.Add(doc.Text, []byte{0, 14, 0, 20, 8, 0, 80, 3, 1}, "en")
	f.Add("“We” ‘‘x’’ \"צה\"ל\" «a\n\n«b", []byte{1, 2, 0, 200, 3, 9, 0, 255, 3}, "he")
	f.Add("д'Артаньян's 'ın ’’ للل وال ו ה", []byte{0, 9, 0, 2, 1, 1, 5, 5, 2}, "ru")
	r := testRegistry(f)
	l := NewLinker(r)
	f.Fuzz(func(t *testing.T, text string, cuts []byte, lang string) {
		if len(text) > 4000 || len(cuts) > 600 {
			t.Skip()
		}
		d := Document{Text: text, Lang: lang}
		for i := 0; i+2 < len(cuts); i += 3 {
			s, n, k := int(cuts[i])-3, int(cuts[i+1])-2, int(cuts[i+2])
			if k%5 == 4 {
				d.Sentences = append(d.Sentences, sentence.Sentence{Lang: languages[k%len(languages)], Start: s, End: s + n})
				continue
			}
			d.Mentions = append(d.Mentions, Mention{Sentence: k % 7, Start: s, End: s + n})
		}
		got := l.Link(d)
		if len(got.Mentions) != len(d.Mentions) {
			t.Fatalf("%d links for %d mentions", len(got.Mentions), len(d.Mentions))
		}
		for i, m := range got.Mentions {
			if m.Actor.ID == "" || m.Actor.Type == "" {
				t.Fatalf("mention %d has no actor: %+v", i, m)
			}
		}
		for s, a := range got.Speakers {
			if s < 0 || s >= len(d.Sentences) || a.ID == "" {
				t.Fatalf("speaker of sentence %d: %+v", s, a)
			}
		}
	})
}

func BenchmarkLink(b *testing.B) {
	l := NewLinker(testRegistry(b))
	docs := []Document{}
	n := 0
	for _, c := range []linkCase{
		{"en", "Foreign Minister [[Arman Daryani|-]] met [[Martin Hale|-]] in Geneva. || [[Daryani|-]] said [[he|-]] was hopeful. || “[[We|-]] will wait,” [[the foreign minister|-]] said. || [[The U.S.|-]] and [[European officials|-]] did not answer [[Iran|-]]. "},
		{"fa", "وزیر خارجه ایران، [[آرمان دریانی|-]] با [[مقام‌های آمریکایی|-]] دیدار کرد. || [[دریانی|-]] گفت: «[[ما|-]] تسلیم نمی‌شویم.» || [[وی|-]] از [[دولت آمریکا|-]] انتقاد کرد. "},
		{"ru", "Министр иностранных дел [[Павел Гордынин|-]] встретился с [[Степанским|-]]. || «[[Мы|-]] не уступим», — заявил [[Гордынин|-]]. || [[Он|-]] критиковал [[США|-]] и [[правительство Украины|-]]. "},
		{"he", "שר החוץ [[יואב כרמלון|-]] נפגש עם [[נציגי ארצות הברית|-]]. || [[כרמלון|-]] אמר [[שהוא|-]] אופטימי. || \"[[אנחנו|-]] נחכה\", אמר [[השר|-]]. "},
		{"zh", "伊朗外长[[达里亚尼|-]]与[[林卫国|-]]会面。||“[[我们|-]]不会让步，”[[外长|-]]说。||[[美国|-]]没有回应[[伊朗政府|-]]。"},
	} {
		d, _ := marked(c.lang, strings.Repeat(c.text+"||", 4))
		d.Date = time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC)
		docs = append(docs, d)
		n += len(d.Mentions)
	}
	b.ResetTimer()
	for b.Loop() {
		for _, d := range docs {
			l.Link(d)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "mentions/s")
}
