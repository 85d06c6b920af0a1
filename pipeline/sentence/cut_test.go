//lint:file-ignore ST1018 half-spaces and direction marks are part of the languages tested

package sentence

import (
	"strings"
	"testing"
	"unicode"

	"stance/pipeline/article"
)

// body makes an article whose whole text is one body section.
func body(text, lang string) article.Article {
	return article.Article{Text: text, Lang: lang, Sections: []article.Section{{Kind: article.Body, End: len([]rune(text))}}}
}

// check verifies what Cut promises about a.
func check(t *testing.T, a article.Article) {
	t.Helper()
	kept, dropped := Cut(a)
	text := []rune(a.Text)
	seen := make([]int, len(text))
	mark := func(s, e int) {
		if s < 0 || e > len(text) || s >= e {
			t.Fatalf("range [%d, %d) of %d runes", s, e, len(text))
		}
		if unicode.IsSpace(text[s]) || unicode.IsSpace(text[e-1]) {
			t.Errorf("space around %q", string(text[s:e]))
		}
		for i := s; i < e; i++ {
			seen[i]++
		}
	}
	last := 0
	for i, k := range kept {
		mark(k.Start, k.End)
		if k.Index != i || k.Start < last {
			t.Errorf("sentence %d: index %d, start %d after %d", i, k.Index, k.Start, last)
		}
		last = k.End
		if string([]rune(k.Text)) != string(text[k.Start:k.End]) {
			t.Errorf("text %q, want %q", k.Text, string(text[k.Start:k.End]))
		}
		if k.End-k.Start > maxRunes {
			t.Errorf("%d runes in one sentence", k.End-k.Start)
		}
		if !known[k.Lang] {
			t.Errorf("language %q", k.Lang)
		}
	}
	last = 0
	for _, d := range dropped {
		mark(d.Start, d.End)
		if d.Start < last {
			t.Errorf("dropped %d after %d", d.Start, last)
		}
		last = d.End
		if d.Reason == "" {
			t.Errorf("no reason for %q", string(text[d.Start:d.End]))
		}
	}
	inside := make([]bool, len(text))
	for _, s := range a.Sections {
		for i := max(s.Start, 0); i < min(s.End, len(text)); i++ {
			inside[i] = true
		}
	}
	for i, r := range text {
		switch {
		case seen[i] > 1 || seen[i] == 1 && !inside[i]:
			t.Fatalf("rune %d %q is in %d ranges, in a section: %v", i, r, seen[i], inside[i])
		case seen[i] == 0 && inside[i] && !unicode.IsSpace(r):
			t.Fatalf("rune %d %q of %q is lost", i, r, a.Text)
		}
	}
}

var known = func() map[string]bool {
	m := map[string]bool{}
	for _, c := range codes {
		m[c] = true
	}
	return m
}()

func seeds() []string {
	s := []string{"", " ", "a", ".", "\n\n", "\"", "(((", "«", "- ", "🔴 ", "A. ", ". . .", "\u200c", "\u202b. \u202c", "1.", "/x/", "【】", "［", "(End) ", "a ; b", "| |", "本", "Photo: / ", "(c) 2026", "© x",
		strings.Repeat("слово ", 600), strings.Repeat("字", 4000), strings.Repeat("e\u0301", 2000), "x\xffy. Z", strings.Repeat("(", 500) + "a. B",
		keepLines, "KYIV — ", "PHOTO:", "- - - a", "。。。”", "\" . \" . \" A"}
	for _, c := range splitCases {
		s = append(s, strings.ReplaceAll(c.text, "¦", ""))
	}
	for _, l := range dropLines {
		s = append(s, l)
	}
	return s
}

func TestLosesNothing(t *testing.T) {
	for _, s := range seeds() {
		check(t, body(s, ""))
		check(t, body(strings.ReplaceAll(s, " ", "\n"), "tr"))
		n := len([]rune(s))
		for _, kind := range []string{article.Title, article.Caption} {
			check(t, article.Article{Text: s, Sections: []article.Section{{Kind: kind, Start: n / 3, End: n / 2}, {Kind: kind, Start: n / 2, End: n + 5}}})
		}
		check(t, article.Article{Text: s, Sections: []article.Section{{Kind: article.Body, Start: -4, End: n / 2}, {Kind: article.Body, Start: n / 3, End: n / 4}}})
	}
}

func FuzzCut(f *testing.F) {
	for i, s := range seeds() {
		f.Add(s, []string{"", "tr", "fa"}[i%3], i%7, i*3)
	}
	f.Fuzz(func(t *testing.T, text, lang string, a, b int) {
		n := len([]rune(text))
		check(t, body(text, lang))
		check(t, article.Article{Text: text, Lang: lang, Sections: []article.Section{
			{Kind: article.Title, Start: 0, End: a % (n + 2)}, {Kind: article.Caption, Start: a % (n + 2), End: b % (n + 3)}, {Kind: article.Body, Start: b % (n + 3), End: n},
		}})
	})
}

func texts(a article.Article) []string {
	kept, _ := Cut(a)
	var out []string
	for _, k := range kept {
		out = append(out, strings.ReplaceAll(k.Text, "\n", " "))
	}
	return out
}

func TestLines(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"headlines", "Minister visits Geneva\nTalks end without deal\nFleet leaves port", "Minister visits Geneva|Talks end without deal|Fleet leaves port"},
		{"blank line", "the envoy said that\n\nNobody came", "the envoy said that|Nobody came"},
		{"wrapped mail", "The foreign minister of the republic told reporters on Monday that his\ncountry would not return to the table before the sanctions were lifted\nand that Ann Perry knew it. He said the offer was a\njoke.\n\nNobody else spoke", "The foreign minister of the republic told reporters on Monday that his country would not return to the table before the sanctions were lifted and that Ann Perry knew it.|He said the offer was a joke.|Nobody else spoke"},
		{"wrapped at capital", "The foreign minister of the republic met\nKarim Daneshvar and told reporters that\nGeneva was the wrong place for talks on\nthe future of both of their countries.", "The foreign minister of the republic met Karim Daneshvar and told reporters that Geneva was the wrong place for talks on the future of both of their countries."},
		{"wrapped Persian", "وزیر امور خارجه روز دوشنبه به خبرنگاران گفت\nکشورش پیش از لغو تحریم‌ها به میز مذاکره\nبرنمی‌گردد و همهٔ طرف‌ها این را خوب می‌دانند\nو باید تصمیم تازه‌ای بگیرند. پس از آن رفت.", "وزیر امور خارجه روز دوشنبه به خبرنگاران گفت کشورش پیش از لغو تحریم‌ها به میز مذاکره برنمی‌گردد و همهٔ طرف‌ها این را خوب می‌دانند و باید تصمیم تازه‌ای بگیرند.|پس از آن رفت."},
		{"comma", "The ministers of Iran, Iraq,\nTurkey and Oman met.", "The ministers of Iran, Iraq, Turkey and Oman met."},
		{"title at line end", "Reporters asked Gen.\nRostami about it.", "Reporters asked Gen. Rostami about it."},
		{"bullets", "Points:\n- The fleet leaves\n- The talks go on", "Points:|The fleet leaves|The talks go on"},
		{"emoji bullets", "🔴 Fleet leaves port\n🔹 Talks go on", "Fleet leaves port|Talks go on"},
		{"tag at paragraph end", "وزیر از ژنو رفت. انتهای پیام/", "وزیر از ژنو رفت."},
		{"hashtags at end", "The envoy left. #Geneva #Talks", "The envoy left."},
		{"crlf", "The envoy left\r\nThe talks go on\r\n\r\nEnd of story", "The envoy left|The talks go on|End of story"},
	} {
		if got := strings.Join(texts(body(c.text, "")), "|"); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestSections(t *testing.T) {
	text := "Photo: Deal or war?\n\nMENU The talks ended. Nobody spoke."
	a := article.Article{Text: text, Sections: []article.Section{{Kind: article.Title, Start: 0, End: 19}, {Kind: article.Body, Start: 26, End: len(text)}}}
	kept, dropped := Cut(a)
	if len(kept) != 3 || kept[0].Section != article.Title || kept[0].Text != "Photo: Deal or war?" || kept[1].Text != "The talks ended." || kept[2].Section != article.Body || len(dropped) != 0 {
		t.Errorf("kept %v, dropped %v", kept, dropped)
	}
}

func TestLongSentence(t *testing.T) {
	a := body(strings.Repeat("the minister said, and ", 200)+"; "+strings.Repeat("the envoy left ", 20), "en")
	check(t, a)
	kept, _ := Cut(a)
	if len(kept) < 3 || len(kept) > 6 || !strings.HasSuffix(kept[0].Text, ",") {
		t.Errorf("%d pieces, the first ends in %q", len(kept), kept[0].Text[len(kept[0].Text)-10:])
	}
}

func TestConcurrent(t *testing.T) {
	for range 4 {
		t.Run("cut", func(t *testing.T) {
			t.Parallel()
			for _, c := range splitCases {
				check(t, body(c.text, c.lang))
			}
		})
	}
}
