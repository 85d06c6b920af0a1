package actor

import "testing"

func TestQuotations(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`He said "yes" and "no".`, []string{`"yes"`, `"no"`}},
		{`«Да, «нет» и всё», — сказал он.`, []string{`«Да, «нет»`}},
		{`“One ‘two’ three” four`, []string{`“One ‘two’ three”`}},
		{`„Jedna“ dve`, []string{`„Jedna“`}},
		{`דובר צה"ל אמר "לא"`, []string{`"לא"`}},
		{`הוא כתב ב"דבר היום" על ארה"ב`, []string{`"דבר היום"`}},
		{`他说：“好。”又说「不」。`, []string{`“好。”`, `「不」`}},
		{"“One.\n\n“Two.” three", []string{"“One.", "“Two.”"}},
		{"“One.\n\ntwo", []string{"“One."}},
		{"“One. “Two.” three", []string{"“One. ", "“Two.”"}},
		{`“One "two" three” four`, []string{`“One "two" three”`}},
		{`“One two," three "four” five`, []string{`“One two,"`, `"four”`}},
		{`a 5" pipe`, nil},
		{`”ہاں“ اور ’’نہیں‘‘`, []string{`”ہاں“`, `’نہیں‘‘`}},
	} {
		text := []rune(c.text)
		got := quotations(text, false)
		if len(got) != len(c.want) {
			t.Errorf("%q: %v, want %q", c.text, got, c.want)
			continue
		}
		for i, q := range got {
			if s := string(text[q.start:q.end]); s != c.want[i] {
				t.Errorf("%q: %q, want %q", c.text, s, c.want[i])
			}
		}
	}
}
