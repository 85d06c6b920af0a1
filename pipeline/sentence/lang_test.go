//lint:file-ignore ST1018 half-spaces and direction marks are part of the languages tested

package sentence

import (
	"strings"
	"testing"

	"stance/pipeline/article"
)

// langCases are sentences of invented people without an article around them.
var langCases = map[string][]string{
	"en": {"The minister said that the talks had failed.", "Rostami warned that his country would respond to any attack."},
	"fa": {"وزیر امور خارجه گفت که مذاکرات در ژنو پایان یافته است.", "رستگار افزود این کشور به تحریم‌ها پاسخ می‌دهد.", "وزير امور خارجه گفت كه مذاكرات در ژنو پايان يافته است.", "وی گفت میتوان با آنها گفتگو کرد."},
	"prs": {"قوماندان پولیس ولسوالی گفت که جنگ در ماه اکتوبر پایان یافت.",
		"څارنوالی به استادان پوهنتون پنج ملیون دالر وعده داد."},
	"ar": {"قال الوزير إن المحادثات انتهت من دون اتفاق.", "وأكد الوادي أن بلاده سترد على أي هجوم."},
	"he": {"השר אמר שהשיחות הסתיימו ללא הסכם."},
	"ps": {"د بهرنیو چارو وزیر وویل چې خبرې اترې پای ته ورسېدې.", "ستوري زیاته کړه چې دی به جګړې ته دوام ورنه کړي."},
	"ur": {"وزیر خارجہ نے کہا کہ مذاکرات ناکام ہو گئے ہیں۔", "ستارہ نے حملے کی دھمکی دی"},
	"tr": {"Bakan, görüşmelerin anlaşma olmadan sona erdiğini söyledi.", "Yurt, saldırıya karşılık vereceklerini belirtti."},
	"ru": {"Министр сказал, что переговоры завершились без соглашения.", "Громов обвинил соседей в нарушении перемирия на границе."},
	"uk": {"Міністр сказав, що переговори завершилися без угоди.", "Гай звинуватив сусідів у порушенні перемир'я на кордоні."},
	"fr": {"Le ministre a dit que les discussions avaient échoué.", "Petit a menacé de répondre à toute attaque contre son pays."},
	"es": {"El ministro dijo que las conversaciones habían fracasado.", "Luna amenazó con responder a cualquier ataque contra su país."},
	"zh": {"外长林远表示，谈判已经结束。", "美国和伊朗在日内瓦会谈。"},
	"und": {"Der Minister sagte, dass die Gespräche gescheitert sind und nicht wieder beginnen.",
		"Il ministro ha detto che i colloqui della settimana sono falliti e che non è finita.",
		"Ο υπουργός είπε ότι οι συνομιλίες απέτυχαν.", "大臣は会談が失敗したと述べた。"},
}

func TestLanguage(t *testing.T) {
	for want, lines := range langCases {
		for _, l := range lines {
			kept, _ := Cut(body(l, ""))
			for _, k := range kept {
				if k.Lang != want {
					t.Errorf("%q is %s, want %s", k.Text, k.Lang, want)
				}
			}
		}
	}
}

func TestLanguageInArticle(t *testing.T) {
	for _, c := range []struct{ name, lang, url, text, want string }{
		{"short falls back", "", "", "Le ministre a dit que les discussions avaient échoué.\n\nGenève\n\nRostami", "fr fr fr"},
		{"declared", "tr", "", "Rostami\n\nGenève", "tr tr"},
		{"numbers", "he", "", "12345", "he"},
		{"English in Persian", "fa", "", "وزیر امور خارجه گفت که مذاکرات در ژنو پایان یافته است.\n\nThe minister of the republic is seen at the airport.", "fa en"},
		{"Hebrew in English", "en", "", "The minister said that the talks had failed.\n\nהשיחות נכשלו", "en he"},
		{"short Latin in Persian", "fa", "", "وزیر امور خارجه گفت که مذاکرات در ژنو پایان یافته است.\n\nThe war is over", "fa en"},
		{"declared wrongly", "en", "", "وزیر امور خارجه گفت که مذاکرات در ژنو پایان یافته است.\n\nوزیر رفت", "fa fa"},
		{"Arabic letters in Persian", "", "", "وزير خارجه رفت\n\nرئيس جمهور گفت كه ما در جنگ هستيم و از آن مي گوييم.", "fa fa"},
		{"declared Dari", "fa-AF", "", "وزیر امور خارجه گفت که مذاکرات در ژنو پایان یافته است.", "prs"},
		{"Afghan address", "fa", "https://news.example.af/1", "وزیر امور خارجه گفت که مذاکرات در ژنو پایان یافته است.", "prs"},
		{"Dari words", "fa", "", "وزیر گفت که مذاکرات پایان یافت.\n\nشفاخانه به روز سوم جنوری باز شد که موترها آمدند.", "prs prs"},
		{"Iranian words", "", "", "وزیر گفت که مذاکرات پایان یافت.\n\nبیمارستان در ژانویه باز شد و پلیس به دانشگاه رفت.", "fa fa"},
		{"Afghanistan is a topic", "fa", "", "سخنگوی طالبان در کابل گفت که افغانستان با آمریکا مذاکره می‌کند.", "fa"},
		{"Pashto in Dari", "prs", "", "وزیر گفت که مذاکرات پایان یافت.\n\nوزیر وویل چې خبرې اترې پای ته ورسېدې.", "prs ps"},
	} {
		a := body(c.text, c.lang)
		a.URL = c.url
		kept, _ := Cut(a)
		var got []string
		for _, k := range kept {
			got = append(got, k.Lang)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: got %s, want %s", c.name, g, c.want)
		}
	}
}

func TestDeclaredTags(t *testing.T) {
	for tag, want := range map[string]string{"en-US": "en", "FA": "fa", "fa_AF": "prs", "fa-Arab-AF": "prs", "iw": "he", "zh-Hans-CN": "zh", "pt": "", "": "", "prs": "prs", "ukr": "uk"} {
		if got := baseLang(tag); got != want {
			t.Errorf("%q: got %q, want %q", tag, got, want)
		}
	}
}

// mixed is some 200 kB of article-like text in all languages.
func mixed() article.Article {
	var b strings.Builder
	for i := 0; b.Len() < 200_000; i++ {
		for _, l := range []string{"en", "fa", "ar", "he", "ps", "ur", "tr", "ru", "uk", "fr", "es", "zh", "prs"} {
			for range 3 {
				b.WriteString(langCases[l][i%len(langCases[l])])
				b.WriteByte(' ')
			}
			b.WriteString("\n\n")
		}
	}
	return body(b.String(), "")
}

func BenchmarkSplit(b *testing.B) {
	a := mixed()
	t := []rune(a.Text)
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		c := cutter{t: t, hint: "en"}
		c.section(article.Body, 0, len(t))
	}
}

func BenchmarkLanguage(b *testing.B) {
	a := mixed()
	c := cutter{t: []rune(a.Text), hint: "en"}
	c.section(article.Body, 0, len(c.t))
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		c.languages("")
	}
}

func BenchmarkCut(b *testing.B) {
	a := mixed()
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		Cut(a)
	}
}
