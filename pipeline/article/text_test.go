package article

import (
	"strings"
	"testing"
)

func TestTextSections(t *testing.T) {
	for name, c := range map[string]struct{ in, title, body string }{
		"title":              {"Talks resume\n\nBody one.\n\nBody two.\n", "Talks resume", "Body one.\n\nBody two."},
		"title, CRLF":        {"\r\n  Talks resume \r\n \r\n Body.\r\n", "Talks resume", "Body."},
		"Persian":            {"مذاکرات ادامه دارد\n\nمتن.", "مذاکرات ادامه دارد", "متن."},
		"no blank line":      {"Talks resume\nBody.", "", "Talks resume\nBody."},
		"a sentence":         {"Talks resume.\n\nBody.", "", "Talks resume.\n\nBody."},
		"a quoted sentence":  {"“We will resist!”\n\nBody.", "", "“We will resist!”\n\nBody."},
		"an Arabic question": {"هل تستأنف المفاوضات؟\n\nنص.", "", "هل تستأنف المفاوضات؟\n\nنص."},
		"a Chinese sentence": {"谈判继续。\n\n正文。", "", "谈判继续。\n\n正文。"},
		"too long":           {strings.Repeat("x", 201) + "\n\nBody.", "", strings.Repeat("x", 201) + "\n\nBody."},
		"200 runes":          {strings.Repeat("ش", 200) + "\n\nBody.", strings.Repeat("ش", 200), "Body."},
		"one line":           {"Talks resume\n\n", "", "Talks resume"},
	} {
		a := one(t, write(t, "a.txt", c.in))
		if a.Text != c.in {
			t.Errorf("%s: the text is altered to %q", name, a.Text)
		}
		if got := strings.Join(sectionTexts(a, Title), "|"); got != c.title || a.Title != c.title {
			t.Errorf("%s: title section %q, title %q", name, got, a.Title)
		}
		if got := strings.Join(sectionTexts(a, Body), "|"); got != c.body {
			t.Errorf("%s: body %q", name, got)
		}
	}
}
